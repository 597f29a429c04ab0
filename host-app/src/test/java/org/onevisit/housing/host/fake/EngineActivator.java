package org.onevisit.housing.host.fake;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.onevisit.housing.engine.HousingEngine;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** Registers a fake engine; the header {@code Fake-Missing} of its bundle says what the engine misses. */
public final class EngineActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        String missing = context.getBundle().getHeaders().get("Fake-Missing");
        List<String> given =
                List.of("clock: " + count(context, Clock.class), "executor: " + count(context, ExecutorService.class));
        FakeEngine engine = new FakeEngine(missing == null ? List.of() : List.of(missing), given);
        context.registerService(HousingEngine.class, engine, null);
    }

    private static int count(BundleContext context, Class<?> type) throws InvalidSyntaxException {
        Collection<?> found = context.getServiceReferences(type, "(housing=engine)");
        return found.size();
    }

    @Override
    public void stop(BundleContext context) {}
}
