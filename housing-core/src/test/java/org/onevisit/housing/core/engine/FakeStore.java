package org.onevisit.housing.core.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.testkit.store.InMemoryStore;

/** A store in memory, during whose answer "nothing new" something may happen. */
final class FakeStore {
    private final ApplicationStore inside = new InMemoryStore();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private final AtomicReference<Runnable> erasing = new AtomicReference<>(() -> {});

    /** What happens, once, right after the journal has been read to its end. */
    void meanwhile(Runnable happens) {
        meanwhile.set(happens);
    }

    /** What happens, once, right before something is erased. */
    void duringErasure(Runnable happens) {
        erasing.set(happens);
    }

    ApplicationStore store() {
        return (ApplicationStore) Proxy.newProxyInstance(
                FakeStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (self, method, arguments) -> {
                    try {
                        if (method.getName().equals("erase")) {
                            erasing.getAndSet(() -> {}).run();
                        }
                        Object answer = method.invoke(inside, arguments);
                        if (method.getName().equals("eventsAfter") && List.of().equals(answer)) {
                            meanwhile.getAndSet(() -> {}).run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
