package org.onevisit.housing.host.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which algorithms count. Said here in so many words, because an embedding program may have loosened those of the JDK. */
final class Strength {
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final Set<String> DIGESTS =
            Set.of("SHA-256", "SHA-384", "SHA-512", "SHA-512/256", "SHA3-256", "SHA3-384", "SHA3-512");
    private static final Pattern WEAK = Pattern.compile("MD[0-9]|SHA-?1(?![0-9])|RIPEMD|SHAWITH|NONE");

    private Strength() {}

    /** Does a digest of this name count? */
    static boolean isStrong(String digest) {
        return DIGESTS.contains(digest.toUpperCase(Locale.ROOT));
    }

    /** Is a signature algorithm of this name too weak to count? */
    static boolean isWeak(String signature) {
        return WEAK.matcher(signature.toUpperCase(Locale.ROOT)).find();
    }

    static void requireStrongKey(X509Certificate certificate) throws DistrustException {
        PublicKey key = certificate.getPublicKey();
        boolean strong = (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS)
                || (key instanceof DSAPublicKey dsa && dsa.getParams().getP().bitLength() >= RSA_BITS)
                || (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= EC_BITS)
                || key instanceof EdECPublicKey;
        if (!strong) {
            throw new DistrustException(
                    Distrust.WEAK,
                    "the key of %s is too weak: RSA or DSA of %d bits, EC of %d or Ed25519 at least are expected"
                            .formatted(Subject.of(certificate), RSA_BITS, EC_BITS));
        }
    }

    static void requireStrongSignature(X509Certificate certificate) throws DistrustException {
        if (isWeak(certificate.getSigAlgName())) {
            throw new DistrustException(
                    Distrust.WEAK,
                    "the certificate of %s is itself signed by the weak %s"
                            .formatted(Subject.of(certificate), certificate.getSigAlgName()));
        }
    }
}
