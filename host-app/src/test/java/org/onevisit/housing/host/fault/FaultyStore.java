package org.onevisit.housing.host.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Optional;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.ServiceTracker;

/** A bundle that stands before the real store, and commits the faults that a test switches on. */
public final class FaultyStore implements BundleActivator {
    private static final String REAL = "(&(objectClass=" + ApplicationStore.class.getName() + ")(!(test=faulty)))";
    private static final long LONGER_THAN_IT_MAY_MILLIS = 3_000;
    private final Misbehaviour storing = new Misbehaviour("store");
    private ServiceTracker<ApplicationStore, ApplicationStore> real;

    @Override
    public void start(BundleContext context) throws Exception {
        real = new ServiceTracker<>(context, context.createFilter(REAL), null);
        real.open();
        Hashtable<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 7);
        first.put("test", "faulty");
        Object store = Proxy.newProxyInstance(
                FaultyStore.class.getClassLoader(), new Class<?>[] {ApplicationStore.class}, this::answer);
        context.registerService(ApplicationStore.class, (ApplicationStore) store, first);
    }

    @Override
    public void stop(BundleContext context) {
        real.close();
    }

    private Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "a faulty store";
            };
        }
        if (method.getName().equals("shared")) {
            return true; // so that the core asks again before it answers from memory
        }
        if (storing.is("THROWS")) {
            throw new StoreException("the disk is gone", new IllegalStateException("as a test wants it"));
        }
        storing.hangsIf("HANGS");
        storing.hangsIf("HANGS_" + method.getName());
        if (storing.is("OUT_OF_MEMORY") && method.getName().equals("commit")) {
            storing.inACall();
        }
        if (storing.is("SLOW") && method.getName().equals("commit")) {
            Thread.sleep(LONGER_THAN_IT_MAY_MILLIS);
        }
        try {
            Object healthy = method.invoke(real.waitForService(0), arguments);
            return method.getName().equals("load") ? loaded((Optional<?>) healthy) : healthy;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The row of the application that a test names, damaged if it is to be. */
    private Object loaded(Optional<?> healthy) {
        boolean wrong = storing.is("WRONG_ANSWER");
        if (healthy.isEmpty() || !(wrong || storing.is("TEN_MEGABYTES"))) {
            return healthy;
        }
        StoredApplication row = (StoredApplication) healthy.get();
        if (!row.state().number().toString().equals(System.getProperty("housing.fault.store.number"))) {
            return healthy;
        }
        StateRow state = row.state();
        byte[] sealed = wrong ? state.sealed().clone() : Arrays.copyOf(state.sealed(), 10 << 20);
        sealed[sealed.length / 2] ^= 1;
        StateRow damaged = new StateRow(
                state.number(),
                state.revision() + 1,
                state.step(),
                state.county(),
                state.subdistrict(),
                state.edition(),
                state.award(),
                state.waitingFor(),
                state.wakeAt(),
                state.deadlineAt(),
                sealed);
        return Optional.of(new StoredApplication(damaged, row.wrappedKey()));
    }
}
