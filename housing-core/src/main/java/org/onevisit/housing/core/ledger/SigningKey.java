package org.onevisit.housing.core.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.core.journal.SecretFile;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that signs checkpoints: Ed25519, in a PEM file of its own that only its owner reads. The public half lies beside it, in a
 * file that ends in {@code .pub} and keeps the halves of earlier keys too, so that what they signed stays verifiable.
 */
public final class SigningKey {
    /** The algorithm, as it stands in headers. */
    static final String ALGORITHM = "Ed25519";

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final int ID_BYTES = 8;
    private final PrivateKey secret;
    private final String id;

    private SigningKey(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        this.secret = secret;
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
        id = HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    /**
     * Opens the file, or makes it; lays the public half beside it if it is not there.
     *
     * @throws HousingException SITE_NOT_READY if the file is there and holds no such key
     */
    public static SigningKey openOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            String text = Files.readString(file);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")));
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY")));
            publish(beside(file), open);
            return new SigningKey(secret, open);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "file " + file
                            + " holds no signing key of the kind Ed25519; put back the one of this store, or move"
                            + " the file away: then a new key is made, and earlier checkpoints stay verifiable with the"
                            + " public half of the earlier one",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "signing key " + file + " cannot be read or made; check the folder's permissions", e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String content = pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        try {
            SecretFile.create(file, content);
            log.warn(
                    "made the key {} that signs checkpoints: let nobody else read it; copy {} to those who verify",
                    file,
                    beside(file));
        } catch (FileAlreadyExistsException e) {
            log.debug("another process made the signing key first");
        }
    }

    /** The file of the public half. */
    static Path beside(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling((name.endsWith(".key") ? name.substring(0, name.length() - 4) : name) + ".pub");
    }

    private static void publish(Path file, PublicKey key) throws IOException {
        String known = Files.exists(file) ? Files.readString(file) : "";
        String mine = pem("PUBLIC KEY", key.getEncoded());
        if (!known.contains(mine)) {
            Files.writeString(
                    file, mine, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] block(String text, String kind) {
        Matcher found = Pattern.compile("-----BEGIN " + kind + "-----(.+?)-----END " + kind + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(found.group(1).getBytes(StandardCharsets.US_ASCII));
    }

    /** Name of the key: the first 16 hexadecimal digits of the SHA-256 of its public half. No secret. */
    public String id() {
        return id;
    }

    /** Signs. Safe for every thread. */
    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
