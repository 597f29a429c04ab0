package org.onevisit.housing.intake.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.onevisit.housing.exchange.SafeFiles;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.view.Paper;

/**
 * Papers as files that another system fetches, each once: a paper that comes again after it was fetched is known by its mark in
 * {@code laid/}, a digest under a key that lies there too. No name says whom a paper is about.
 */
final class PaperFolder {
    private static final String MAC = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .addMixIn(ApplicationNumber.class, AsText.class)
            .addMixIn(Money.class, AsText.class)
            .addMixIn(FloorArea.class, AsText.class)
            .addMixIn(FactKey.class, AsText.class)
            .build();
    private final Path folder;

    PaperFolder(Path folder) {
        this.folder = folder;
    }

    /** Written as its {@code toString()}. */
    interface AsText {
        @Override
        @JsonValue
        String toString();
    }

    /** Lays a paper down, unless it was laid down before. */
    synchronized void lay(Paper paper) throws IOException {
        byte[] content = JSON.writeValueAsBytes(paper);
        Path marks = folder.resolve("laid");
        if (!Files.isDirectory(marks)) {
            Files.createDirectory(marks); // and not its parents: a folder that is away is not made
        }
        String name = "%s-%s-%s"
                .formatted(paper.number(), paper.kind(), paper.dated())
                .toLowerCase(Locale.ROOT);
        String digest = digest(key(marks), content);
        for (int i = 1; i < 1000; i++) {
            String numbered = i == 1 ? name : name + "-" + i;
            Path mark = marks.resolve(numbered);
            if (!Files.exists(mark, LinkOption.NOFOLLOW_LINKS)) {
                SafeFiles.write(folder.resolve(numbered + ".json"), content);
                SafeFiles.write(mark, digest.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            if (Files.readString(mark, StandardCharsets.US_ASCII).equals(digest)) {
                return;
            }
        }
        throw new IOException("a thousand papers of one name");
    }

    private static byte[] key(Path marks) throws IOException {
        Path file = marks.resolve("key");
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            SafeFiles.write(file, random);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readAllBytes(file);
    }

    private static String digest(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
