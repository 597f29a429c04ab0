package org.onevisit.housing.store.postgresql;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.testkit.store.ApplicationStoreContract;

/** The store in PostgreSQL keeps the contract, over a real server. */
class PostgresStoreContractTest extends ApplicationStoreContract {
    private final Map<Path, String> schemas = new HashMap<>();

    @Override
    protected ApplicationStore open(Path folder) {
        String schema = schemas.computeIfAbsent(folder, f -> PostgresServer.newSchema());
        return new PostgresStore(PostgresServer.shared().options(schema));
    }
}
