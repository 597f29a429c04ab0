package org.onevisit.housing.benchmark.drive;

import com.google.common.base.Stopwatch;
import java.io.PrintWriter;
import java.time.Duration;

/** Tells how far long work has come, and how long it will take. */
public final class Progress {
    private final PrintWriter out;
    private final Stopwatch watch = Stopwatch.createUnstarted();
    private int all;
    private int done;

    /** Told to this writer. */
    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Work of so many parts begins. */
    public void begin(int parts) {
        all = parts;
        done = 0;
        watch.reset().start();
    }

    /** A part is done. */
    public void done(String what) {
        done++;
        Duration left = watch.elapsed().multipliedBy(Math.max(0, all - done)).dividedBy(done);
        out.println("[%d/%d, about %d min %d s left] %s"
                .formatted(done, all, left.toMinutes(), left.toSecondsPart(), what));
    }
}
