package org.onevisit.housing.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys that may have signed checkpoints, by their names. */
public final class Keys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----", Pattern.DOTALL);
    private static final int ID_BYTES = 8;
    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    /**
     * Adds every public key of a PEM file.
     *
     * @throws IllegalArgumentException if it holds none, or one that is no Ed25519 key
     */
    public Keys with(Path file) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(file));
        boolean any = false;
        try {
            while (blocks.find()) {
                byte[] der = Base64.getMimeDecoder().decode(blocks.group(1).getBytes(US_ASCII));
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
                keys.put(
                        HexFormat.of().formatHex(digest, 0, ID_BYTES),
                        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
                any = true;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds a key that is no Ed25519 key", e);
        }
        if (!any) {
            throw new IllegalArgumentException(file + " holds no PUBLIC KEY in PEM");
        }
        return this;
    }

    /** Names of the keys. */
    public Set<String> names() {
        return Set.copyOf(keys.keySet());
    }

    boolean knows(String name) {
        return keys.containsKey(name);
    }

    boolean verify(String name, byte[] content, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.get(name));
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // a signature that has not even the shape of one
        }
    }
}
