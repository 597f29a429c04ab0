package org.onevisit.housing.host.trust;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies in a trust folder at the moment.
 *
 * @param folder the folder
 * @param signers whose signatures on modules count
 * @param timestamps authorities whose timestamps count, in {@code timestamp/}; they vouch for a time and for no module
 * @param revoked certificates taken back, in {@code revoked.txt}
 */
record TrustFolder(Path folder, List<Anchor> signers, List<Anchor> timestamps, Revoked revoked) {
    static final String TIMESTAMPS = "timestamp";
    private static final String REVOKED = "revoked.txt";

    static TrustFolder read(Path folder) throws DistrustException {
        return new TrustFolder(
                folder,
                Anchor.in(folder),
                Anchor.in(folder.resolve(TIMESTAMPS)),
                Revoked.read(folder.resolve(REVOKED)));
    }
}
