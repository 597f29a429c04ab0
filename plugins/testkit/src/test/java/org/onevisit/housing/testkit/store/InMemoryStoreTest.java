package org.onevisit.housing.testkit.store;

import java.nio.file.Path;
import org.onevisit.housing.spi.store.ApplicationStore;

/** The store in memory keeps the contract; "opening again" gives another store on the same content. */
class InMemoryStoreTest extends ApplicationStoreContract {
    private InMemoryStore last = new InMemoryStore();

    @Override
    protected ApplicationStore open(Path folder) {
        last = last.reopened();
        return last;
    }
}
