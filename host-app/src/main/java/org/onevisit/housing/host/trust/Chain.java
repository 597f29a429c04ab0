package org.onevisit.housing.host.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Follows certificates up to one that the county trusts (PKIX, RFC 5280), and looks at each on the way.
 *
 * @param anchors certificates that the county trusts
 * @param revoked certificates that it has taken back
 * @param at the moment for which validity is judged
 */
record Chain(List<Anchor> anchors, Revoked revoked, Instant at) {
    private static final int KEY_CERT_SIGN = 5;
    private static final String ADD = "housing trust add FILE";

    /**
     * Ends quietly when a certificate is trusted.
     *
     * @param given certificates that came with the signature, the signer's first
     * @throws DistrustException with why it is not
     */
    void require(List<X509Certificate> given, Usage usage) throws DistrustException {
        X509Certificate leaf = given.get(0);
        usage.require(leaf);
        check(leaf);
        if (anchors.stream().anyMatch(anchor -> anchor.certificate().equals(leaf))) {
            return; // the county knows the signer itself
        }
        if (anchors.isEmpty()) {
            throw new DistrustException(
                    Distrust.UNKNOWN_SIGNER,
                    "the trust store vouches for nobody, so not for %s, %s; if the county trusts it: %s"
                            .formatted(Subject.of(leaf), Fingerprint.of(leaf), ADD));
        }
        PKIXCertPathBuilderResult built = build(given);
        for (Certificate one : built.getCertPath().getCertificates()) {
            X509Certificate certificate = (X509Certificate) one;
            check(certificate);
            Strength.requireStrongSignature(certificate);
        }
        X509Certificate anchor = built.getTrustAnchor().getTrustedCert();
        check(anchor);
        if (!isAuthority(anchor)) {
            throw new DistrustException(
                    Distrust.UNKNOWN_SIGNER,
                    "%s is signed by %s, which is in the trust store as a signer, not as an authority"
                            .formatted(Subject.of(leaf), Subject.of(anchor)));
        }
    }

    private static boolean isAuthority(X509Certificate certificate) {
        boolean[] keyUsage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (keyUsage == null || keyUsage[KEY_CERT_SIGN]);
    }

    /** What holds for every certificate on the way. */
    private void check(X509Certificate certificate) throws DistrustException {
        if (revoked.contains(certificate)) {
            throw new DistrustException(
                    Distrust.REVOKED,
                    "the certificate of %s, %s, is revoked in revoked.txt"
                            .formatted(Subject.of(certificate), Fingerprint.of(certificate)));
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new DistrustException(
                    Distrust.NOT_VALID,
                    ("the certificate of %s was valid from %s to %s, and it is judged at %s; sign with a certificate "
                                    + "that is valid, and with a timestamp so that the signature outlives it")
                            .formatted(
                                    Subject.of(certificate),
                                    certificate.getNotBefore().toInstant(),
                                    certificate.getNotAfter().toInstant(),
                                    at));
        }
        Strength.requireStrongKey(certificate);
    }

    private PKIXCertPathBuilderResult build(Collection<X509Certificate> given) throws DistrustException {
        X509Certificate leaf = given.iterator().next();
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    anchors.stream()
                            .map(anchor -> new TrustAnchor(anchor.certificate(), null))
                            .collect(Collectors.toSet()),
                    target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(new ArrayList<>(given))));
            parameters.setRevocationEnabled(false); // hosts are offline: revoked.txt says what is revoked
            parameters.setDate(Date.from(at));
            return (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (CertPathBuilderException e) {
            String cause =
                    Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
            throw new DistrustException(
                    Distrust.UNKNOWN_SIGNER,
                    ("no certificate in the trust store vouches for %s, %s%s; if the county trusts it: %s")
                            .formatted(
                                    Subject.of(leaf),
                                    Fingerprint.of(leaf),
                                    cause.isBlank() ? "" : " (" + cause + ")",
                                    ADD),
                    e);
        } catch (GeneralSecurityException e) {
            throw new DistrustException(
                    Distrust.UNREADABLE, "the certificates cannot be followed: " + e.getMessage(), e);
        }
    }
}
