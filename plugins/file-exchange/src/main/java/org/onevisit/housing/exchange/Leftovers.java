package org.onevisit.housing.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands beside a file that is not there any more: our own files go, a marker follows its file. */
final class Leftovers {
    static final String PROGRESS = ".progress";

    private Leftovers() {}

    static void takeAway(Path folder) throws IOException {
        List<Path> ours;
        try (Stream<Path> files = Files.list(folder)) {
            ours = files.filter(SafeFiles::isPlain).toList();
        }
        for (Path file : ours) {
            if (isOrphan(file, PROGRESS) || isOrphan(file, Refusal.ENDING)) {
                Files.deleteIfExists(file);
            } else if (isOrphan(file, Wholeness.ENDING)) {
                follow(file);
            }
        }
    }

    private static boolean isOrphan(Path file, String ending) {
        return base(file, ending)
                .filter(base -> !Files.exists(base, LinkOption.NOFOLLOW_LINKS))
                .isPresent();
    }

    /** A marker follows its file: a crash came in between. */
    private static void follow(Path marker) throws IOException {
        Path done = marker.resolveSibling(InTray.DONE).resolve(marker.getFileName());
        if (base(done, Wholeness.ENDING).filter(SafeFiles::isPlain).isPresent() && !Files.exists(done)) {
            Files.move(marker, done);
        }
    }

    private static Optional<Path> base(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.endsWith(ending) && name.length() > ending.length()
                ? Optional.of(file.resolveSibling(name.substring(0, name.length() - ending.length())))
                : Optional.empty();
    }
}
