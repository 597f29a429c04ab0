package org.onevisit.housing.host.pages;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.host.http.WebModule;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;

/** The pages of the host. {@link LayoutFilter} belongs to them and goes before every servlet. */
public final class PagesModule implements WebModule {
    @Override
    public List<Mounted> mount(WebSite site) {
        return List.of(
                new Mounted("/assets/*", new Assets()),
                new Mounted("", new HomePage(site)),
                new Mounted("/applications/*", new ApplicationsDesk(site)),
                new Mounted("/review/*", review(site)),
                new Mounted("/panel/*", panel(site)),
                new Mounted("/supervision/*", new SupervisionPage(site)),
                new Mounted("/operator/*", new OperatorPage(site)),
                new Mounted("/operator/changes/*", new ChangesPage(site)));
    }

    @Override
    public List<Filtered> filters(WebSite site) {
        return List.of(new Filtered("/*", new LayoutFilter(site)));
    }

    @Override
    public List<Mounted> errors(WebSite site) {
        return List.of(new Mounted("/*", new ErrorPage(site)));
    }

    private static Desk review(WebSite site) {
        return new Desk(
                site,
                "review",
                Optional.of(Stage.SUBDISTRICT_REVIEW),
                List.of("endorse", "oppose", "recheck"),
                Role.SUBDISTRICT_REVIEWER);
    }

    private static Desk panel(WebSite site) {
        return new Desk(
                site,
                "panel",
                Optional.of(Stage.JOINT_REVIEW_AND_PUBLICITY),
                List.of("vote", "dismiss-objection", "uphold-objection"),
                Role.PANEL_MEMBER,
                Role.PANEL_CHAIR);
    }
}
