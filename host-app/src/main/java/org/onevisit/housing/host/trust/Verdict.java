package org.onevisit.housing.host.trust;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a county's trust store says about a jar.
 *
 * @param trusted is every entry of it signed by one signer whom the county trusts?
 * @param signer subject of the signer's certificate, for example {@code CN=Pinghu Housing Office}; empty when nobody signed it, or
 *     when it was changed since
 * @param fingerprint SHA-256 of the signer's certificate, as {@code AB:CD:…}; empty with {@code signer}
 * @param distrust what kind of reason there is not to trust it; empty when it is trusted
 * @param reason why it is not trusted, and what to do; empty when it is
 */
public record Verdict(boolean trusted, String signer, String fingerprint, Optional<Distrust> distrust, String reason) {
    /** Checks for null. */
    public Verdict {
        requireNonNull(signer, "signer");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(distrust, "distrust");
        requireNonNull(reason, "reason");
    }

    static Verdict trusted(String signer, String fingerprint) {
        return new Verdict(true, signer, fingerprint, Optional.empty(), "");
    }

    static Verdict refused(Distrust kind, String reason) {
        return new Verdict(false, "", "", Optional.of(kind), reason);
    }

    /** The verdict in a line: {@code signed CN=Pinghu Housing Office, trusted}, or {@code not trusted: } with the reason. */
    public String text() {
        return trusted ? "signed %s, trusted".formatted(signer) : "not trusted: " + reason;
    }
}
