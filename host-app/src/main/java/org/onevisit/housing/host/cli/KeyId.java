package org.onevisit.housing.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Name of the county's key, which stands in the first line of the key file and is no secret. */
final class KeyId {
    private static final String FIRST = "housing-key ";

    private KeyId() {}

    static Optional<String> of(Path keyFile) throws IOException {
        if (!Files.isRegularFile(keyFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(keyFile);
        return lines.stream().findFirst().filter(line -> line.startsWith(FIRST)).map(line -> line.substring(
                        FIRST.length())
                .strip());
    }
}
