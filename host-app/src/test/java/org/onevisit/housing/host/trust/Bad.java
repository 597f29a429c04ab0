package org.onevisit.housing.host.trust;

import java.util.Collection;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.wiring.FrameworkWiring;

/** Classes that a plugin may not have, and one that only looks so. None of them is ever run. */
final class Bad {
    private Bad() {}

    static final class Exits {
        void leave() {
            System.exit(1);
        }
    }

    static final class HaltsByReference {
        IntConsumer leave() {
            return Runtime.getRuntime()::halt;
        }
    }

    static final class ExitsInALambda {
        Runnable leave() {
            return () -> Runtime.getRuntime().exit(1);
        }
    }

    static final class ExitsWhenItIsLoaded {
        static final long NEVER = System.nanoTime();

        static {
            if (NEVER == 0) {
                System.exit(1);
            }
        }
    }

    static final class Installs {
        void install(BundleContext context) throws BundleException {
            context.installBundle("file:evil.jar");
        }
    }

    static final class StopsOthers {
        void stop(BundleContext context) throws BundleException {
            context.getBundle(0).stop();
        }
    }

    static final class Refreshes {
        void refresh(BundleContext context) {
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null);
        }
    }

    static final class HidesServices implements FindHook {
        @Override
        public void find(
                BundleContext context,
                String name,
                String filter,
                boolean all,
                Collection<ServiceReference<?>> references) {
            references.clear();
        }
    }

    /** What may stay: an exit of its own, the word in a text, a shutdown hook. */
    static final class LooksBad {
        String exit() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
            return "System.exit";
        }

        String halt() {
            return exit();
        }
    }
}
