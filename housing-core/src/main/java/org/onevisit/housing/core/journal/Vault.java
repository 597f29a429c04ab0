package org.onevisit.housing.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Seals and opens: AES-256-GCM with a random nonce before the text, and keyed tokens for looking things up. Safe for every thread.
 */
public final class Vault {
    /** Name of the algorithm, as it stands in headers. */
    public static final String ALGORITHM = "A256GCM";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final String keyId;
    private final SecretKey wrapping;
    private final SecretKey tokens;
    private final SecretKey county;
    private final SecureRandom random = new SecureRandom();

    /** A vault under the county's key. */
    public Vault(KeyFile file) {
        keyId = file.id();
        byte[] master = file.key();
        wrapping = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "wrap dossier keys"), "AES");
        county = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "seal erasures"), "AES");
        tokens = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "index tokens"), "HmacSHA256");
    }

    /** Name of the county's key. */
    public String keyId() {
        return keyId;
    }

    /** Seals what outlives a dossier and holds nothing of it. */
    SecretKey countyKey() {
        return county;
    }

    /** A new key for a dossier. */
    public SecretKey newDossierKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    /** The dossier's key as the store keeps it. */
    public byte[] wrap(SecretKey dossierKey, String number) {
        return seal(wrapping, dossierKey.getEncoded(), keyId + "/" + number);
    }

    /**
     * The dossier's key from what the store keeps.
     *
     * @throws HousingException SITE_NOT_READY if the county's key is another one
     */
    public SecretKey unwrap(byte[] wrapped, String number) {
        try {
            return new SecretKeySpec(open(wrapping, wrapped, keyId + "/" + number), "AES");
        } catch (IllegalStateException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "key file " + keyId + " does not open application " + number
                            + "; put back the key file of this store",
                    e);
        }
    }

    /** Seals a text under a dossier's key, bound to its place. */
    public byte[] seal(SecretKey key, byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, 0, plain.length, place);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Opens what {@link #seal} sealed; fails if a byte or the place is another. */
    public byte[] open(SecretKey key, byte[] sealed, String place) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, sealed, NONCE, sealed.length - NONCE, place);
    }

    /** A keyed token under which something is found: the same for the same text, meaningless without the county's key. */
    public String token(String kind, String text) {
        return kind + ":" + HexFormat.of().formatHex(hmac(tokens, kind + "\n" + text));
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] in, int from, int length, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed content at " + place + " does not open", e);
        }
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
