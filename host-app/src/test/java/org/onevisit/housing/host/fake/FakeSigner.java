package org.onevisit.housing.host.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Somebody with a key and a certificate, made for a test, who signs as {@code jarsigner} does: by the JDK's own signer.
 *
 * @param key his key
 * @param chain his certificate, then those above it
 */
public record FakeSigner(PrivateKey key, List<X509Certificate> chain) {
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");
    private static long serial = 1000;

    /** What a certificate says; everything may be left as it is. */
    public static final class Wish {
        private final String subject;
        private String algorithm = "EC";
        private int bits = 256;
        private String signature = "";
        private Instant from = FROM;
        private Instant until = UNTIL;
        private FakeSigner issuer;
        private boolean authority;
        private KeyUsage usage;
        private KeyPurposeId purpose;

        private Wish(String subject) {
            this.subject = subject;
        }

        /** Another key than EC with 256 bits. */
        public Wish key(String wanted, int size) {
            algorithm = wanted;
            bits = size;
            return this;
        }

        /** The algorithm by which the certificate is signed. */
        public Wish signature(String wanted) {
            signature = wanted;
            return this;
        }

        /** Valid in this time only. */
        public Wish valid(Instant first, Instant last) {
            from = first;
            until = last;
            return this;
        }

        /** Issued by another; else by itself. */
        public Wish by(FakeSigner other) {
            issuer = other;
            return this;
        }

        /** One that may issue others. */
        public Wish authority() {
            authority = true;
            return this;
        }

        /** Only for this. */
        public Wish usage(int bitsOfUsage) {
            usage = new KeyUsage(bitsOfUsage);
            return this;
        }

        /** Only for this purpose. */
        public Wish purpose(KeyPurposeId wanted) {
            purpose = wanted;
            return this;
        }

        /** The signer. */
        public FakeSigner make() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                if (bits > 0) {
                    generator.initialize(bits);
                }
                KeyPair pair = generator.generateKeyPair();
                PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
                X500Name above = issuer == null
                        ? new X500Name(subject)
                        : X500Name.getInstance(
                                issuer.certificate().getSubjectX500Principal().getEncoded());
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        above,
                        BigInteger.valueOf(next()),
                        Date.from(from),
                        Date.from(until),
                        new X500Name(subject),
                        pair.getPublic());
                extend(builder);
                X509Certificate made = new JcaX509CertificateConverter()
                        .getCertificate(builder.build(new JcaContentSignerBuilder(
                                        signature.isEmpty() ? usual(signing.getAlgorithm()) : signature)
                                .build(signing)));
                List<X509Certificate> chain = new ArrayList<>(List.of(made));
                if (issuer != null) {
                    chain.addAll(issuer.chain());
                }
                return new FakeSigner(pair.getPrivate(), List.copyOf(chain));
            } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void extend(X509v3CertificateBuilder builder) throws CertIOException {
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (usage != null) {
                builder.addExtension(Extension.keyUsage, true, usage);
            }
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
        }
    }

    private static synchronized long next() {
        return serial++;
    }

    private static String usual(String algorithm) {
        return switch (algorithm) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> "SHA256with" + algorithm;
        };
    }

    /** Somebody of this name, {@code CN=…}. */
    public static Wish named(String subject) {
        return new Wish(subject);
    }

    /** His own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The same, without the certificates above it. */
    public FakeSigner alone() {
        return new FakeSigner(key, List.of(certificate()));
    }

    /** Signs a jar with SHA-256. */
    public byte[] sign(byte[] jar) {
        return sign(jar, builder -> builder);
    }

    /** Signs a jar and has the moment vouched for. */
    public byte[] sign(byte[] jar, URI timestamps) {
        return sign(jar, builder -> builder.tsa(timestamps));
    }

    /** Signs a jar in a way of its own. */
    public byte[] sign(byte[] jar, UnaryOperator<JarSigner.Builder> way) {
        try {
            Path file = Files.createTempFile("to-sign", ".jar");
            try {
                Files.write(file, jar);
                JarSigner.Builder builder = new JarSigner.Builder(
                                key, CertificateFactory.getInstance("X.509").generateCertPath(chain))
                        .digestAlgorithm("SHA-256")
                        .signerName("SIGNER");
                ByteArrayOutputStream signed = new ByteArrayOutputStream();
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    way.apply(builder).build().sign(zip, signed);
                }
                return signed.toByteArray();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lays his certificate into a trust folder; where it lies. */
    public Path into(Path folder) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve(certificate().getSerialNumber() + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(certificate().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
