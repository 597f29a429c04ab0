package org.onevisit.housing.benchmark.ours;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.Outcome;

/** Counts the units that a store turned down because somebody else was quicker: each is a retry. */
final class StaleCount {
    private final AtomicInteger count = new AtomicInteger();
    private final ApplicationStore store;

    StaleCount(ApplicationStore counted) {
        store = (ApplicationStore) Proxy.newProxyInstance(
                StaleCount.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(counted, arguments);
                        if (result instanceof Iterable<?> outcomes) {
                            outcomes.forEach(this::look);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private void look(Object outcome) {
        if (outcome instanceof Outcome.Stale) {
            count.incrementAndGet();
        }
    }

    /** The same store. */
    ApplicationStore store() {
        return store;
    }

    int count() {
        return count.get();
    }
}
