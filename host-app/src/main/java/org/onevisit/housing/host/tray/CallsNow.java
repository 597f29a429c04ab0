package org.onevisit.housing.host.tray;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code calls.now}, in which the core keeps the plugins that are being called: of 256 bytes each, big-endian, 0 the id of the
 * calling thread or 0 when nobody is called, 8 what the thread has allocated since it was first seen there, 16 what it had before, 24
 * the length of the plugin's name and version, 28 these in UTF-8. The host writes what was allocated, the core everything else.
 */
public final class CallsNow {
    private static final Logger LOG = LoggerFactory.getLogger(CallsNow.class);
    private static final int PLACE = 256;
    private static final int ALLOCATED = 8;
    private static final int BEFORE = 16;
    private static final int LENGTH = 24;
    private static final int NAME = 28;
    private final ByteBuffer places;

    private CallsNow(ByteBuffer places) {
        this.places = places.order(ByteOrder.BIG_ENDIAN);
    }

    /** What a host has left; nobody when there is no file. */
    static CallsNow read(Path file) {
        try {
            return new CallsNow(ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]));
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}", file, e.getMessage());
            return new CallsNow(ByteBuffer.allocate(0));
        }
    }

    /** What the core of this host keeps; empty when it keeps nothing. */
    public static Optional<CallsNow> live(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return Optional.of(new CallsNow(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size())));
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Notes what every call has allocated so far. */
    public void weigh() {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)) {
            return;
        }
        for (int place = 0; place + PLACE <= places.capacity(); place += PLACE) {
            long thread = places.getLong(place);
            if (thread != 0) {
                long allocated = threads.getThreadAllocatedBytes(thread);
                long before = places.getLong(place + BEFORE);
                if (before == 0) {
                    places.putLong(place + BEFORE, allocated);
                } else {
                    places.putLong(place + ALLOCATED, allocated - before);
                }
            }
        }
    }

    /** Name and version of the plugin whose calls have allocated most, of those that are being called; {@code store } before a store's. */
    Optional<String> suspect() {
        Map<String, Long> allocated = new TreeMap<>();
        for (int place = 0; place + PLACE <= places.capacity(); place += PLACE) {
            if (places.getLong(place) != 0) {
                byte[] name = new byte[Math.min(Math.max(places.getInt(place + LENGTH), 0), PLACE - NAME)];
                places.get(place + NAME, name);
                allocated.merge(new String(name, StandardCharsets.UTF_8), places.getLong(place + ALLOCATED), Long::sum);
            }
        }
        return allocated.entrySet().stream()
                .filter(one -> one.getKey().contains("@"))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
