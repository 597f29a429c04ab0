package org.onevisit.housing.policy.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.spi.policy.Edition;

/** The packs that are shipped, read from their folders. */
final class Packs {
    static final List<String> COUNTIES = List.of("pinghu", "hangzhou-2019", "chongqing-yuzhong-2021");

    private Packs() {}

    static PackFile file(String pack) {
        try {
            return PackFile.read(Path.of("..", "packs", pack, "src", "main", "resources", "pack.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackPolicySource shipped() {
        return new PackPolicySource(Stream.concat(Stream.of("base"), COUNTIES.stream())
                        .map(Packs::file)
                        .toList())
                .orThrow();
    }

    static Edition edition(String pack) {
        return new PackPolicySource(List.of(file("base"), file(pack)))
                .orThrow()
                .editions()
                .get(0);
    }
}
