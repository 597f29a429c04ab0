package org.onevisit.housing.core.engine;

import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.testkit.store.InMemoryStore;

/** Two engines over one content in memory. */
class TwoHostsTest extends TwoHostsRules {
    private final ApplicationStore content = FakeShared.store(new InMemoryStore());

    @Override
    ApplicationStore open() {
        return content;
    }
}
