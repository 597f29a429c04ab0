package org.onevisit.housing.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Copies what a backup holds: everything of a data folder but its key, its locks and what can be made anew. */
final class FolderCopy {
    private static final Set<String> KEPT =
            Set.of("etc", "store", "modules", "modules.json", "accounts.json", "demo-clock.json", "checkpoint.pub");

    private FolderCopy() {}

    /** Copies, with times and rights; how many files. */
    static int copy(Path from, Path to) throws IOException {
        int count = 0;
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent(), "below the folder"));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            count++;
        }
        return count;
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            KEPT.contains(from.relativize(file).getName(0).toString()))
                    .filter(file -> !file.getFileName().toString().endsWith(".key"))
                    .toList();
        }
    }
}
