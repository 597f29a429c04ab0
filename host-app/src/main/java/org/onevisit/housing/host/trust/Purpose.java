package org.onevisit.housing.host.trust;

import java.nio.file.Path;
import java.util.List;

/** What the county trusts a certificate for. */
public enum Purpose {
    /** Signing modules. */
    SIGNER,
    /** Vouching for the moment of a signature. */
    TIMESTAMP;

    Path in(Path folder) {
        return this == SIGNER ? folder : folder.resolve(TrustFolder.TIMESTAMPS);
    }

    List<Anchor> of(TrustFolder trusted) {
        return this == SIGNER ? trusted.signers() : trusted.timestamps();
    }
}
