package org.onevisit.housing.host.http;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.account.Accounts;

/** What a part of the web side may use. */
public interface WebSite {
    /** The engine that serves now; ask each time. SITE_NOT_READY while there is none. */
    HousingEngine engine();

    /** The host's clock. */
    Clock clock();

    /** Accounts and sessions. */
    Accounts accounts();

    /** What the host can tell and do beyond the engine. */
    HostControl control();

    /** What is missing before work can be judged, and modules that did not come back; SITE_NOT_READY while there is no engine. */
    default List<String> missing() {
        return Stream.concat(engine().missing().stream(), control().notBroughtBack().stream())
                .toList();
    }
}
