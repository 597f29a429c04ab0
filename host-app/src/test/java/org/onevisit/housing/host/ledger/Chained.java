package org.onevisit.housing.host.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The rule of the chain, as docs/journal-format.md gives it, in the hands of an attacker. */
final class Chained {
    private Chained() {}

    static byte[] hash(byte[] previous, String place, byte[] header, byte[] content) {
        boolean sm3 = new String(header, UTF_8).contains("\"chain\":\"SM3\"");
        MessageDigest outer = digest(sm3);
        outer.update(previous);
        outer.update((place + "\n").getBytes(UTF_8));
        outer.update(header);
        outer.update(digest(sm3).digest(content));
        return outer.digest();
    }

    private static MessageDigest digest(boolean sm3) {
        try {
            return sm3
                    ? new org.bouncycastle.jcajce.provider.digest.SM3.Digest()
                    : MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
