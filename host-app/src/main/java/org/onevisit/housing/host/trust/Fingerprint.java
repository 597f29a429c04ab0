package org.onevisit.housing.host.trust;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;

/** SHA-256 of a certificate, written as {@code keytool} and {@code openssl} write it. */
final class Fingerprint {
    private static final BaseEncoding COLONS = BaseEncoding.base16().withSeparator(":", 2);
    private static final int DIGITS = 64;

    private Fingerprint() {}

    static String of(X509Certificate certificate) {
        return COLONS.encode(Hashing.sha256().hashBytes(encoded(certificate)).asBytes());
    }

    /** Its digits alone, however somebody wrote it. */
    static String digits(String text) {
        return text.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    }

    /** Are these the digits of a whole fingerprint? */
    static boolean isWhole(String digits) {
        return digits.length() == DIGITS && digits.matches("[0-9A-F]+");
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without its encoding", e);
        }
    }
}
