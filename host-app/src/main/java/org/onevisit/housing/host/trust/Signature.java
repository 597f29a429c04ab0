package org.onevisit.housing.host.trust;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * One signature in a jar, {@code NAME.SF} and its block, read for what the JDK does not tell: which algorithms it rests on, and
 * whether it still fits the manifest as a whole. Whether it is genuine, the JDK says.
 *
 * @param name of the pair of files
 * @param signer whose signature it claims to be
 */
record Signature(String name, X509Certificate signer) {
    private static final Pattern FILE = Pattern.compile("META-INF/([^/]+)\\.(SF|RSA|DSA|EC)");
    private static final Pattern WHOLE_MANIFEST = Pattern.compile("(?i)(.+)-Digest-Manifest");
    private static final String LIST = "SF";

    /** Is an entry a part of a signature, which no signature covers? */
    static boolean isPart(String entry) {
        return FILE.matcher(entry.toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * Reads the signatures of a jar.
     *
     * @param parts content of the entries that are parts of signatures, by their names
     * @throws DistrustException when one is weak, broken, or was made for another manifest
     */
    static List<Signature> read(Map<String, byte[]> parts, byte[] manifest) throws DistrustException {
        Map<String, byte[]> lists = new TreeMap<>();
        Map<String, byte[]> blocks = new TreeMap<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Matcher name = FILE.matcher(part.getKey().toUpperCase(Locale.ROOT));
            if (name.matches()
                    && (name.group(2).equals(LIST) ? lists : blocks).put(name.group(1), part.getValue()) != null) {
                throw new DistrustException(Distrust.UNREADABLE, "it holds two signatures called " + name.group(1));
            }
        }
        if (!lists.keySet().equals(blocks.keySet())) {
            throw new DistrustException(
                    Distrust.CHANGED,
                    "a part of a signature is missing: for each .SF a .RSA, .DSA or .EC of the same name is expected");
        }
        List<Signature> signatures = new ArrayList<>();
        for (Map.Entry<String, byte[]> list : lists.entrySet()) {
            signatures.add(read(list.getKey(), list.getValue(), requireNonNull(blocks.get(list.getKey())), manifest));
        }
        return signatures;
    }

    private static Signature read(String name, byte[] list, byte[] block, byte[] manifest) throws DistrustException {
        try {
            CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(list), block);
            Iterator<SignerInformation> signers =
                    data.getSignerInfos().getSigners().iterator();
            SignerInformation signer = signers.next();
            if (signers.hasNext()) {
                throw new DistrustException(
                        Distrust.UNREADABLE, "the signature %s has several signers; one is expected".formatted(name));
            }
            requireStrong(name, signer);
            requireFits(name, new Manifest(new ByteArrayInputStream(list)).getMainAttributes(), manifest);
            X509CertificateHolder holder = data.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> new CMSException("the signer's certificate is not in it"));
            return new Signature(name, new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CMSException | CertificateException | IOException | RuntimeException e) {
            // whoever lays bytes for a signature may lay any bytes, and the reader of ASN.1 throws what it likes
            throw new DistrustException(
                    Distrust.UNREADABLE, "the signature %s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void requireStrong(String name, SignerInformation signer) throws DistrustException {
        AlgorithmIdentifier encryption = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        DefaultAlgorithmNameFinder names = new DefaultAlgorithmNameFinder();
        List<String> used = new ArrayList<>();
        used.add(names.getAlgorithmName(signer.getDigestAlgorithmID()));
        used.add(names.getAlgorithmName(encryption));
        if (encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            used.add(names.getAlgorithmName(
                    RSASSAPSSparams.getInstance(encryption.getParameters()).getHashAlgorithm()));
        }
        for (String algorithm : used) {
            if (Strength.isWeak(algorithm)) {
                throw new DistrustException(
                        Distrust.WEAK,
                        "the signature %s rests on the weak %s; sign with SHA-256 or better"
                                .formatted(name, algorithm));
            }
        }
    }

    /** The list of a signature names the digest of the whole manifest; by less, somebody could put headers in. */
    private static void requireFits(String name, Attributes list, byte[] manifest) throws DistrustException {
        boolean fits = false;
        for (Map.Entry<Object, Object> attribute : list.entrySet()) {
            Matcher digest = WHOLE_MANIFEST.matcher(attribute.getKey().toString());
            if (digest.matches() && Strength.isStrong(digest.group(1))) {
                byte[] signed = Base64.getDecoder().decode(attribute.getValue().toString());
                if (!MessageDigest.isEqual(signed, digest(digest.group(1), manifest))) {
                    throw new DistrustException(
                            Distrust.CHANGED, "the manifest was changed after signature %s was made".formatted(name));
                }
                fits = true;
            }
        }
        if (!fits) {
            throw new DistrustException(
                    Distrust.WEAK,
                    "the signature %s covers the manifest by no digest that counts; sign with -digestalg SHA-256"
                            .formatted(name));
        }
    }

    private static byte[] digest(String algorithm, byte[] content) throws DistrustException {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new DistrustException(Distrust.UNREADABLE, "this Java knows no " + algorithm, e);
        }
    }
}
