package org.onevisit.housing.host.demo.people;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A stream of choices that is the same for the same seed, on every Java: {@link Random} is specified to the bit. Each household
 * has streams of its own, so that a change to one moves no other. Not for several threads.
 */
public final class Draws {
    private final Random random;

    private Draws(Random random) {
        this.random = random;
    }

    /** The stream of a seed, a topic and the index of a household. */
    public static Draws of(long seed, String topic, int index) {
        long mixed = Hashing.sha256()
                .newHasher()
                .putLong(seed)
                .putString(topic, StandardCharsets.UTF_8)
                .putInt(index)
                .hash()
                .asLong();
        return new Draws(new Random(mixed));
    }

    /** Does it happen, as it does in so many of a thousand? */
    public boolean happens(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** A whole number, both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** One of these. */
    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of these by weight: the n-th weight is that of the n-th value. */
    public <T> T weighted(List<T> from, int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int chosen = 0;
        while (left >= weights[chosen]) {
            left -= weights[chosen++];
        }
        return from.get(chosen);
    }
}
