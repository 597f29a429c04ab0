package org.onevisit.housing.core.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The county's key: 256 bits in a file that only its owner reads. Who loses it loses every dossier. */
public final class KeyFile {
    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private final String id;
    private final byte[] key;

    private KeyFile(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws HousingException SITE_NOT_READY if it is there and is no key file
     */
    public static KeyFile openOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2 || !lines.get(0).matches("housing-key [0-9a-f]{8}")) {
                throw notAKey(file);
            }
            byte[] key = Base64.getDecoder().decode(lines.get(1).strip());
            if (key.length != 32) {
                throw notAKey(file);
            }
            return new KeyFile(lines.get(0).substring("housing-key ".length()), key);
        } catch (IllegalArgumentException e) {
            throw notAKey(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "key file " + file + " cannot be read or made; check the folder's permissions", e);
        }
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[4];
        byte[] key = new byte[32];
        random.nextBytes(id);
        random.nextBytes(key);
        String content = "housing-key " + HexFormat.of().formatHex(id) + "\n"
                + Base64.getEncoder().encodeToString(key) + "\n";
        try {
            SecretFile.create(file, content);
            log.warn("made the county's key {}: copy it to a safe place; without it no dossier can be read", file);
        } catch (FileAlreadyExistsException e) {
            log.debug("another process made the key file first");
        }
    }

    private static HousingException notAKey(Path file) {
        return new HousingException(
                ErrorCode.SITE_NOT_READY,
                "file " + file + " is no key file; put back the one that belongs to this store");
    }

    /** Name of the key; stands in headers, is no secret. */
    public String id() {
        return id;
    }

    byte[] key() {
        return key.clone();
    }
}
