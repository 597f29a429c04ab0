package org.onevisit.housing.host.trust;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** The certificates in a trust folder, for those who look after them. A host that runs sees a change with the next module. */
public final class Certificates {
    private static final int SHORTEST = 8;
    private static final int LINE = 64;
    private final Path folder;

    /** Of this folder, which need not be there. */
    public Certificates(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    /**
     * A certificate that the county trusts.
     *
     * @param purpose {@code signer} or {@code timestamp}
     * @param subject whom it names
     * @param fingerprint SHA-256
     * @param validUntil its last moment
     * @param revoked is it taken back in {@code revoked.txt}?
     * @param file where it stands
     */
    public record Line(
            String purpose, String subject, String fingerprint, Instant validUntil, boolean revoked, Path file) {}

    /**
     * All of them.
     *
     * @throws HousingException SITE_NOT_READY when one cannot be read; then nothing is trusted
     */
    public List<Line> list() {
        TrustFolder trusted = read();
        return Stream.of(Purpose.values())
                .flatMap(purpose -> purpose.of(trusted).stream().map(anchor -> line(purpose, anchor, trusted)))
                .toList();
    }

    private static Line line(Purpose purpose, Anchor anchor, TrustFolder trusted) {
        X509Certificate certificate = anchor.certificate();
        return new Line(
                purpose.name().toLowerCase(Locale.ROOT),
                Subject.of(certificate),
                Fingerprint.of(certificate),
                certificate.getNotAfter().toInstant(),
                trusted.revoked().contains(certificate),
                anchor.file());
    }

    /**
     * Trusts the certificates of a file; one that is trusted already stays as it is.
     *
     * @return those that are new
     * @throws HousingException BAD_ARGUMENT when it holds none, or one whose signatures would never count; then nothing has changed
     */
    public List<Line> add(Path file, Purpose purpose) {
        TrustFolder before = read();
        List<X509Certificate> added = new ArrayList<>();
        try {
            for (X509Certificate certificate : Anchor.parsed(file)) {
                Strength.requireStrongKey(certificate);
                if (purpose.of(before).stream()
                        .noneMatch(anchor -> anchor.certificate().equals(certificate))) {
                    added.add(certificate);
                }
            }
        } catch (DistrustException e) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, String.valueOf(e.getMessage()), e);
        }
        for (X509Certificate certificate : added) {
            String digits = Fingerprint.digits(Fingerprint.of(certificate));
            write(purpose.in(folder).resolve(name(certificate, digits)), List.of(certificate));
        }
        TrustFolder after = read();
        return purpose.of(after).stream()
                .filter(anchor -> added.contains(anchor.certificate()))
                .map(anchor -> line(purpose, anchor, after))
                .toList();
    }

    /**
     * Trusts a certificate no longer.
     *
     * @param fingerprint all of it, or so much of its beginning that it fits one only
     * @return what was removed
     * @throws HousingException NOT_FOUND or BAD_ARGUMENT when none or several fit, or it stands in a PKCS12 store
     */
    public Line remove(String fingerprint) {
        String digits = Fingerprint.digits(fingerprint);
        List<Line> found = list().stream()
                .filter(line -> Fingerprint.digits(line.fingerprint()).startsWith(digits))
                .toList();
        if (digits.length() < SHORTEST || found.size() > 1) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "%d certificates begin with %s; give more of the fingerprint, %d digits at least"
                            .formatted(found.size(), fingerprint, SHORTEST));
        }
        if (found.isEmpty()) {
            throw new HousingException(
                    ErrorCode.NOT_FOUND, "no certificate has this fingerprint; 'trust list' shows all of them");
        }
        takeOut(found.get(0));
        return found.get(0);
    }

    private static void takeOut(Line line) {
        try {
            if (Anchor.isStore(line.file())) {
                throw new HousingException(
                        ErrorCode.BAD_ARGUMENT,
                        "it stands in the store %s: take it out with keytool -delete".formatted(line.file()));
            }
            List<X509Certificate> rest = Anchor.parsed(line.file()).stream()
                    .filter(certificate -> !Fingerprint.of(certificate).equals(line.fingerprint()))
                    .toList();
            if (rest.isEmpty()) {
                Files.delete(line.file());
            } else {
                write(line.file(), rest);
            }
        } catch (IOException | DistrustException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY, "%s cannot be changed: %s".formatted(line.file(), e.getMessage()), e);
        }
    }

    private TrustFolder read() {
        try {
            return TrustFolder.read(folder);
        } catch (DistrustException e) {
            throw new HousingException(ErrorCode.SITE_NOT_READY, String.valueOf(e.getMessage()), e);
        }
    }

    private static String name(X509Certificate certificate, String digits) {
        String words = Subject.of(certificate)
                .replaceFirst("^.*?CN=([^,]*).*$", "$1")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .toLowerCase(Locale.ROOT);
        return "%s-%s.pem".formatted(words, digits.substring(0, SHORTEST).toLowerCase(Locale.ROOT));
    }

    private static void write(Path file, List<X509Certificate> certificates) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate certificate : certificates) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | CertificateEncodingException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
