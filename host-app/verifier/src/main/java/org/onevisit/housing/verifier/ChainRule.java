package org.onevisit.housing.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The one rule by which entries and checkpoints are chained. */
enum ChainRule {
    /** From the JDK. */
    SHA_256,
    /** GB/T 32905, from Bouncy Castle. */
    SM3;

    /** Length of every hash. */
    static final int BYTES = 32;

    /** The rule that a header names; empty if it is none of those. */
    static Optional<ChainRule> named(String name) {
        return switch (name) {
            case "SHA-256" -> Optional.of(SHA_256);
            case "SM3" -> Optional.of(SM3);
            default -> Optional.empty();
        };
    }

    /** {@code hash = digest( previous, place, 0x0A, header, digest( content ) )}. */
    byte[] hash(byte[] previous, String place, byte[] header, byte[] content) {
        MessageDigest outer = digest();
        outer.update(previous);
        outer.update(place.getBytes(UTF_8));
        outer.update((byte) '\n');
        outer.update(header);
        outer.update(digest().digest(content));
        return outer.digest();
    }

    private MessageDigest digest() {
        if (this == SM3) {
            return new org.bouncycastle.jcajce.provider.digest.SM3.Digest();
        }
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
