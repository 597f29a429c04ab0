package org.onevisit.housing.host;

import java.time.Clock;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.framework.EngineWatch;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.host.http.WebSite;

/**
 * What the web side may use.
 *
 * @param watch knows the engine
 * @param clock the host's clock
 * @param accounts accounts and sessions
 * @param control what operators see and do
 */
record Site(EngineWatch watch, Clock clock, Accounts accounts, HostControl control) implements WebSite {
    @Override
    public HousingEngine engine() {
        return watch.engine();
    }
}
