package org.onevisit.housing.host.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate must be meant for. */
enum Usage {
    /** Signing code; a certificate that does not say what it is for may. */
    CODE("code signing", "1.3.6.1.5.5.7.3.3", false),
    /** Telling the time; a certificate must say so (RFC 3161). */
    TIMESTAMP("timestamping", "1.3.6.1.5.5.7.3.8", true);

    private static final String ANY = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private final String words;
    private final String purpose;
    private final boolean explicit;

    Usage(String words, String purpose, boolean explicit) {
        this.words = words;
        this.purpose = purpose;
        this.explicit = explicit;
    }

    void require(X509Certificate certificate) throws DistrustException {
        boolean[] keyUsage = certificate.getKeyUsage();
        if ((keyUsage != null && !keyUsage[DIGITAL_SIGNATURE]) || !purposeFits(certificate)) {
            throw new DistrustException(
                    Distrust.WRONG_USE,
                    "the certificate of %s is not meant for %s: its key usage says otherwise"
                            .formatted(Subject.of(certificate), words));
        }
    }

    private boolean purposeFits(X509Certificate certificate) throws DistrustException {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null) {
                return !explicit;
            }
            return purposes.contains(purpose) || (!explicit && purposes.contains(ANY));
        } catch (CertificateParsingException e) {
            throw new DistrustException(
                    Distrust.WRONG_USE, "the certificate's extended key usage cannot be read: " + e.getMessage(), e);
        }
    }
}
