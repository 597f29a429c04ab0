package org.onevisit.housing.core.engine;

import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.store.postgresql.PostgresStore;
import org.onevisit.housing.store.postgresql.TestDatabase;

/** Two engines, each with connections of its own, over one PostgreSQL database. */
class TwoEnginesTest extends TwoHostsRules {
    private final TestDatabase database = TestDatabase.create();

    @Override
    ApplicationStore open() {
        return new PostgresStore(database.options());
    }
}
