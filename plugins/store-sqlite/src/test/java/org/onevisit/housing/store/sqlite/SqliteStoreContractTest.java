package org.onevisit.housing.store.sqlite;

import java.nio.file.Path;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.testkit.store.ApplicationStoreContract;

/** The embedded store keeps the contract, in a folder whose name has blanks and 汉字. */
class SqliteStoreContractTest extends ApplicationStoreContract {
    @Override
    protected ApplicationStore open(Path folder) {
        return SqliteStore.open(folder.resolve("住房 保障 data").resolve("申请.db"));
    }
}
