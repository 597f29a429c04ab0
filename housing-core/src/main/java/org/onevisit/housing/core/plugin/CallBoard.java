package org.onevisit.housing.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins are being called, in a file that is mapped into memory: it is there when the process has died at once, and writing it
 * needs no memory. {@code calls.now} in {@code docs/operate.md} says what stands where. A call beyond the places is not noted. Safe for
 * every thread.
 */
public final class CallBoard {
    /** Notes nothing. */
    public static final CallBoard NONE = new CallBoard(ByteBuffer.allocate(0));

    private static final int PLACES = 128;
    private static final int PLACE = 256;
    private static final int LENGTH = 24;
    private static final int NAME = 28;
    private final ByteBuffer places;
    private final Deque<Integer> free = new ConcurrentLinkedDeque<>();
    private final Map<Thread, Deque<Integer>> taken = new ConcurrentHashMap<>();

    private CallBoard(ByteBuffer places) {
        this.places = places;
        for (int place = 0; place + PLACE <= places.capacity(); place += PLACE) {
            free.add(place);
        }
    }

    /** A board in this file; what is in it goes. */
    public static CallBoard in(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            // never cut off: a core that is replaced, and the host, have it mapped too
            ByteBuffer places = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) PLACES * PLACE);
            for (int place = 0; place < places.capacity(); place += PLACE) {
                places.putLong(place, 0);
            }
            return new CallBoard(places);
        } catch (IOException e) {
            throw new UncheckedIOException("the board of calls " + file + " cannot be made", e);
        }
    }

    /** Name and version as they stand on the board; made beforehand. */
    static byte[] name(String stamp) {
        byte[] bytes = stamp.getBytes(UTF_8);
        return bytes.length <= PLACE - NAME ? bytes : Arrays.copyOf(bytes, PLACE - NAME);
    }

    /** This thread calls a plugin. */
    void enter(byte[] name) {
        Integer place = free.poll();
        if (place == null) {
            return;
        }
        places.putLong(place + Long.BYTES, 0);
        places.putLong(place + 2 * Long.BYTES, 0);
        places.putInt(place + LENGTH, name.length);
        places.put(place + NAME, name);
        places.putLong(place, Thread.currentThread().getId());
        taken.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>())
                .push(place);
    }

    /** The call that this thread entered last is over. */
    void leave() {
        @Nullable Deque<Integer> mine = taken.get(Thread.currentThread());
        if (mine == null) {
            return;
        }
        int place = mine.pop();
        if (mine.isEmpty()) {
            taken.remove(Thread.currentThread());
        }
        places.putLong(place, 0);
        free.push(place);
    }
}
