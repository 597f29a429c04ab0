package org.onevisit.housing.host.rest;

import jakarta.ws.rs.core.SecurityContext;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.host.http.WebSite;

/** The engine's doors, opened for whoever calls. */
final class Doors {
    private final WebSite site;

    Doors(WebSite site) {
        this.site = site;
    }

    ApprovalService approvals(SecurityContext who) {
        return site.engine().approvalsFor(Caller.actor(who));
    }

    AwardService awards(SecurityContext who) {
        return site.engine().awardsFor(Caller.actor(who));
    }

    MaintenanceService maintenance(SecurityContext who) {
        return site.engine().maintenanceFor(Caller.actor(who));
    }

    SupervisionService supervision(SecurityContext who) {
        return site.engine().supervisionFor(Caller.actor(who));
    }
}
