package org.onevisit.housing.host.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A certificate that the county trusts.
 *
 * @param certificate the certificate: an authority's, or a signer's own
 * @param file where it stands
 */
record Anchor(X509Certificate certificate, Path file) {
    private static final List<String> CERTIFICATES = List.of(".pem", ".cer", ".crt");
    private static final String STORE = ".p12";
    private static final String PASSWORD = ".password";
    private static final long LARGEST = 1 << 20;

    /**
     * All of a folder, in the order of the files' names; a folder that is not there holds none.
     *
     * @throws DistrustException when a file cannot be read: a store that is understood in part may lack what the county took back
     */
    static List<Anchor> in(Path folder) throws DistrustException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Anchor> anchors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (X509Certificate certificate : read(file)) {
                    anchors.add(new Anchor(certificate, file));
                }
            }
        } catch (IOException e) {
            throw new DistrustException(
                    Distrust.TRUST_STORE, "the trust store %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
        return anchors;
    }

    /** The certificates of a file; none when its name does not end as those of certificates do. */
    static List<X509Certificate> read(Path file) throws DistrustException {
        String name = name(file);
        if (isStore(file)) {
            return opened(file);
        }
        return CERTIFICATES.stream().anyMatch(name::endsWith) ? parsed(file) : List.of();
    }

    static boolean isStore(Path file) {
        return name(file).endsWith(STORE);
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** The certificates of a PEM or DER file, whatever its name. */
    static List<X509Certificate> parsed(Path file) throws DistrustException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DistrustException(Distrust.TRUST_STORE, "%s is too large for certificates".formatted(file));
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                certificates.add((X509Certificate) one);
            }
            if (certificates.isEmpty()) {
                throw new DistrustException(Distrust.TRUST_STORE, "%s holds no certificate".formatted(file));
            }
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new DistrustException(
                    Distrust.TRUST_STORE,
                    "%s is no X.509 certificate in PEM or DER: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    /** The trusted certificates of a PKCS12 store, whose password stands in a file beside it. */
    private static List<X509Certificate> opened(Path file) throws DistrustException {
        Path password = file.resolveSibling(file.getFileName() + PASSWORD);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(
                    new ByteArrayInputStream(Files.readAllBytes(file)),
                    Files.readString(password, StandardCharsets.UTF_8).strip().toCharArray());
            List<X509Certificate> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    throw new DistrustException(
                            Distrust.TRUST_STORE,
                            "%s holds a private key, which belongs to its signer alone; import the certificate only"
                                    .formatted(file));
                }
                certificates.add((X509Certificate) store.getCertificate(alias));
            }
            if (certificates.isEmpty()) {
                throw new DistrustException(
                        Distrust.TRUST_STORE,
                        "%s holds no trusted certificate; import it with keytool -importcert".formatted(file));
            }
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new DistrustException(
                    Distrust.TRUST_STORE,
                    "%s cannot be opened with the password in %s: %s"
                            .formatted(file, password.getFileName(), e.getMessage()),
                    e);
        }
    }
}
