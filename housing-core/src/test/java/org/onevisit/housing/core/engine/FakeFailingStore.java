package org.onevisit.housing.core.engine;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;

/** A store of which a test chooses the commits that fail; it counts what it is asked. */
final class FakeFailingStore {
    private final AtomicInteger commits = new AtomicInteger();
    private final Multiset<String> calls = ConcurrentHashMultiset.create();
    private volatile boolean checkpointsFail;
    private volatile int failing;
    private volatile int from = Integer.MAX_VALUE;
    private final ApplicationStore store;

    FakeFailingStore(ApplicationStore real) {
        store = (ApplicationStore) Proxy.newProxyInstance(
                ApplicationStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("commit")) {
                        fail(commits.incrementAndGet());
                    }
                    if (checkpointsFail && method.getName().equals("addCheckpoint")) {
                        throw new StoreException("the disk is full", new IllegalStateException("as a test wants it"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Calls so far, by method. */
    Multiset<String> calls() {
        return calls;
    }

    ApplicationStore store() {
        return store;
    }

    /** The next commit fails, the one after it goes well, all that follow fail. */
    void failButForOne() {
        failing = commits.get() + 1;
        from = commits.get() + 3;
    }

    /** So many commits go well, all that follow fail. */
    void failAfter(int good) {
        from = commits.get() + good + 1;
    }

    /** No checkpoint can be kept; everything else can. */
    void failCheckpoints() {
        checkpointsFail = true;
    }

    /** All goes well again. */
    void heal() {
        checkpointsFail = false;
        failing = 0;
        from = Integer.MAX_VALUE;
    }

    private void fail(int commit) {
        if (commit == failing || commit >= from) {
            throw new StoreException("the disk is full", new IllegalStateException("as a test wants it"));
        }
    }
}
