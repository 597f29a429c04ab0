package org.onevisit.housing.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How rows are chained: the one rule for entries and for checkpoints ({@code docs/journal-format.md}). Every hash has 32 bytes. */
public enum Chain {
    /** FIPS 180-4, from the JDK. */
    SHA_256("SHA-256"),
    /** GB/T 32905, from Bouncy Castle. */
    SM3("SM3");

    private static final byte[] BEGINNING = new byte[32];
    private final String text;

    Chain(String text) {
        this.text = text;
    }

    /**
     * The algorithm of this name.
     *
     * @throws IllegalArgumentException if there is none; says which there are
     */
    public static Chain of(String name) {
        return Arrays.stream(values())
                .filter(chain -> chain.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("chain is "
                        + Arrays.stream(values()).map(Chain::text).collect(Collectors.joining(" or ")) + ", not "
                        + name));
    }

    /** The name, as it stands in headers. */
    public String text() {
        return text;
    }

    /** What stands before the first link. */
    public static byte[] beginning() {
        return BEGINNING.clone();
    }

    /** The next hash: over the one before, the place, the header, and the digest of the content. */
    public byte[] link(byte[] previous, String place, String header, byte[] content) {
        MessageDigest outer = digest();
        outer.update(previous);
        outer.update((place + "\n" + header).getBytes(StandardCharsets.UTF_8));
        outer.update(digest().digest(content));
        return outer.digest();
    }

    private MessageDigest digest() {
        if (this == SM3) {
            return new org.bouncycastle.jcajce.provider.digest.SM3.Digest();
        }
        try {
            return MessageDigest.getInstance(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + text, e);
        }
    }
}
