package org.onevisit.housing.policy.pack.source;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack as it was delivered.
 *
 * @param name what errors call it: a file, or an entry of a bundle
 * @param text YAML
 */
public record PackFile(String name, String text) {
    /** Checks that nothing is null. */
    public PackFile {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
    }

    /** Reads a file in UTF-8. */
    public static PackFile read(Path file) throws IOException {
        return new PackFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Reads a stream in UTF-8 and leaves it open. */
    public static PackFile read(String name, InputStream stream) throws IOException {
        return new PackFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
}
