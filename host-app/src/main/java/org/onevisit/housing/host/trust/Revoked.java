package org.onevisit.housing.host.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Certificates that the county takes back, whatever they signed and whenever. A line each: the SHA-256 fingerprint, or {@code serial
 * 0x1A2B issuer CN=…}; what follows {@code #} is a remark.
 */
final class Revoked {
    private static final Pattern BY_ISSUER = Pattern.compile("(?i)serial\\s+(0x[0-9a-f]+|[0-9]+)\\s+issuer\\s+(\\S.*)");
    private static final int HEX = 16;
    private final Set<String> fingerprints = new HashSet<>();
    private final Set<Issued> issued = new HashSet<>();

    private record Issued(BigInteger serial, X500Principal issuer) {}

    private Revoked() {}

    /**
     * Reads the list; one that is not there is empty.
     *
     * @throws DistrustException when a line cannot be understood: a list that is understood in part would trust what it should not
     */
    static Revoked read(Path file) throws DistrustException {
        Revoked revoked = new Revoked();
        if (!Files.exists(file)) {
            return revoked;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replaceFirst("#.*", "").strip();
                if (!line.isEmpty() && !revoked.add(line)) {
                    throw new DistrustException(
                            Distrust.TRUST_STORE,
                            ("%s, line %d: a SHA-256 fingerprint or 'serial NUMBER issuer NAME' is expected; "
                                            + "nothing is trusted until it is corrected")
                                    .formatted(file, i + 1));
                }
            }
        } catch (IOException e) {
            throw new DistrustException(
                    Distrust.TRUST_STORE, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return revoked;
    }

    private boolean add(String line) {
        String digits = Fingerprint.digits(line);
        if (Fingerprint.isWhole(digits)) {
            fingerprints.add(digits);
            return true;
        }
        Matcher parts = BY_ISSUER.matcher(line);
        if (!parts.matches()) {
            return false;
        }
        String serial = parts.group(1).toLowerCase(Locale.ROOT);
        try {
            issued.add(new Issued(
                    serial.startsWith("0x") ? new BigInteger(serial.substring(2), HEX) : new BigInteger(serial),
                    new X500Principal(parts.group(2))));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean contains(X509Certificate certificate) {
        return fingerprints.contains(Fingerprint.digits(Fingerprint.of(certificate)))
                || issued.contains(new Issued(certificate.getSerialNumber(), certificate.getIssuerX500Principal()));
    }
}
