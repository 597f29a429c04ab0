package org.onevisit.housing.core.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;

/** Counts calls of one kind, to a store or to agencies, and lets the n-th fail, or the n-th and all that follow. */
final class FakeFaults {
    /** Ask nothing of the disk, and have no trouble. */
    private static final Set<String> QUIET = Set.of("shared", "close", "toString", "hashCode", "equals");

    private final AtomicInteger calls = new AtomicInteger();
    private volatile int first;
    private volatile int last;

    private FakeFaults(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** The n-th call fails. */
    static FakeFaults at(int n) {
        return new FakeFaults(n, n);
    }

    /** The n-th call fails and all after it, until it is healed. */
    static FakeFaults from(int n) {
        return new FakeFaults(n, Integer.MAX_VALUE);
    }

    /** No call fails. */
    static FakeFaults none() {
        return new FakeFaults(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Counts a call; is it one that fails? */
    boolean strikes() {
        int call = calls.incrementAndGet();
        return call >= first && call <= last;
    }

    /** Has a call failed? */
    boolean struck() {
        return calls.get() >= first;
    }

    /** No call fails any more. */
    void heal() {
        last = 0;
    }

    int calls() {
        return calls.get();
    }

    /** A store with these faults. */
    ApplicationStore before(ApplicationStore real) {
        return (ApplicationStore) Proxy.newProxyInstance(
                ApplicationStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> {
                    if (!QUIET.contains(method.getName()) && strikes()) {
                        throw new StoreException(
                                method.getName() + " did not reach the disk",
                                new IllegalStateException("as a test wants it"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
