package org.onevisit.housing.benchmark.report;

import com.google.common.base.Stopwatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was measured on. */
public final class Machine {
    private static final int SYNCS = 200;

    private Machine() {}

    /** In words, without the machine's name. */
    public static List<String> described(Duration fsync) {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                "%d cores, %s".formatted(runtime.availableProcessors(), System.getProperty("os.arch")),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vm.name")),
                "fsync of 4 KB: median %s ms".formatted(Figure.millis(fsync)));
    }

    /** How long the disk takes to keep 4 KB, in the median. */
    public static Duration fsync() throws IOException {
        Path file = Files.createTempFile("housing-fsync", "");
        List<Duration> syncs = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                int unused = channel.write(ByteBuffer.allocate(4096));
                Stopwatch watch = Stopwatch.createStarted();
                channel.force(false);
                syncs.add(watch.elapsed());
            }
        } finally {
            Files.delete(file);
        }
        return new Figure("fsync", Duration.ZERO, syncs).median();
    }
}
