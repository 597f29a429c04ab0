package org.onevisit.housing.agency.simulated;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.onevisit.housing.model.ResidentId;

/**
 * All that the simulation keeps of a person: 22 bits that decide the facts, and 2 bits for the time of life. Many people have
 * the same; nobody can be told from it.
 *
 * @param bits 24 bits
 */
record Persona(int bits) {
    private static final int HASH_BITS = 22;
    private static final int MASK = (1 << HASH_BITS) - 1;

    /** Time of life, which wages and pensions follow. */
    enum Age {
        CHILD,
        ADULT,
        RETIRED
    }

    /** The persona behind an identity number. */
    static Persona of(long seed, String residentId, LocalDate day) {
        int age = ResidentId.faultOf(residentId).isPresent()
                ? 30
                : ResidentId.parse(residentId).ageOn(day);
        Age time = age < 18 ? Age.CHILD : age < 60 ? Age.ADULT : Age.RETIRED;
        return new Persona(((int) hash(seed, residentId) & MASK) << 2 | time.ordinal());
    }

    /** Sixty-four bits of seed and text: the source of every choice. */
    static long hash(long seed, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is the same at every age. */
    int hash() {
        return bits >>> 2;
    }

    /** Time of life. */
    Age age() {
        return Age.values()[Math.min(bits & 3, 2)];
    }

    /** Does this happen to the person, as it does to so many of a thousand? */
    boolean happens(String topic, int perMille) {
        return between(topic, 0, 999) < perMille;
    }

    /** A number for this topic, both ends included; always the same. */
    int between(String topic, int least, int most) {
        long topicSeed = (long) topic.hashCode() << HASH_BITS ^ hash();
        return new SplittableRandom(topicSeed).nextInt(least, most + 1);
    }
}
