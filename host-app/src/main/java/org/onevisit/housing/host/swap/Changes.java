package org.onevisit.housing.host.swap;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Plans and changes of one host, on threads of their own that yield to the engine's. */
public final class Changes implements AutoCloseable {
    private final ExecutorService planning = Executors.newSingleThreadExecutor(named("housing-plan-%d"));
    private final ExecutorService changing = Executors.newCachedThreadPool(named("housing-change-%d"));
    private final Plans plans;
    private final Swaps swaps;
    private final SwapJournal journal;

    /** For a site. */
    public Changes(SwapSite site) {
        journal = new SwapJournal(site.plans(), site.clock());
        plans = new Plans(site, planning);
        swaps = new Swaps(site, plans, journal, changing);
    }

    private static ThreadFactory named(String format) {
        return new ThreadFactoryBuilder()
                .setDaemon(true)
                .setPriority(Thread.MIN_PRIORITY)
                .setNameFormat(format)
                .build();
    }

    /** What would happen. */
    public Plans plans() {
        return plans;
    }

    /** What happens. */
    public Swaps swaps() {
        return swaps;
    }

    /** What has happened. */
    public SwapJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        planning.shutdownNow();
        changing.shutdownNow();
    }
}
