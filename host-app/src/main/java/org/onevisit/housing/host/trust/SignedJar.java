package org.onevisit.housing.host.trust;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** A jar whose signature the JDK checks, entry by entry to the end: it checks an entry only when somebody reads it. */
final class SignedJar {
    private static final int LARGEST_PART = 8 << 20;
    private static final Pattern DIGEST = Pattern.compile("(?i)(.+)-Digest");

    private SignedJar() {}

    /**
     * Who signed every entry; nobody else counts.
     *
     * @param file the jar, which has been found fit before
     * @throws DistrustException when nobody did, or it was changed since
     */
    static List<CodeSigner> signers(Path file) throws IOException, DistrustException {
        Set<String> parts;
        List<Signature> signatures;
        try (JarFile plain = new JarFile(file.toFile(), false)) {
            Map<String, byte[]> content = parts(plain);
            parts = content.keySet();
            if (parts.isEmpty()) {
                throw new DistrustException(
                        Distrust.NOT_SIGNED,
                        "it is not signed; its maker signs it with jarsigner, and the county trusts his certificate");
            }
            signatures = Signature.read(content, bytes(plain, plain.getJarEntry(JarFile.MANIFEST_NAME)));
            requireEveryDigest(plain);
        }
        try (JarFile verified = new JarFile(file.toFile(), true, ZipFile.OPEN_READ)) {
            return verified(verified, parts, signatures);
        } catch (SecurityException e) {
            throw new DistrustException(Distrust.CHANGED, "it was changed after it was signed: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> parts(JarFile jar) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (Signature.isPart(entry.getName())) {
                parts.put(entry.getName(), bytes(jar, entry));
            }
        }
        return parts;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new IOException(entry.getName() + " is too large");
            }
            return bytes;
        }
    }

    /** Every entry that was signed is still there, and by a digest that counts. */
    private static void requireEveryDigest(JarFile jar) throws IOException, DistrustException {
        Manifest manifest = jar.getManifest();
        for (Map.Entry<String, java.util.jar.Attributes> section :
                manifest.getEntries().entrySet()) {
            boolean signed = false;
            boolean strong = false;
            for (Object attribute : section.getValue().keySet()) {
                Matcher digest = DIGEST.matcher(attribute.toString());
                signed |= digest.matches();
                strong |= digest.matches() && Strength.isStrong(digest.group(1));
            }
            if (signed && !strong) {
                throw new DistrustException(
                        Distrust.WEAK,
                        "%s is signed by a weak digest only; sign with -digestalg SHA-256".formatted(section.getKey()));
            }
            if (signed && jar.getJarEntry(section.getKey()) == null) {
                throw new DistrustException(
                        Distrust.CHANGED, "%s was taken out after it was signed".formatted(section.getKey()));
            }
        }
    }

    private static List<CodeSigner> verified(JarFile jar, Set<String> parts, List<Signature> signatures)
            throws IOException, DistrustException {
        Set<CodeSigner> whole = null;
        for (JarEntry entry : Collections.list(jar.entries())) {
            long size;
            try (InputStream in = jar.getInputStream(entry)) {
                size = ByteStreams.exhaust(in);
            }
            String name = entry.getName();
            boolean unsignable = name.equals(JarFile.MANIFEST_NAME) || parts.contains(name) || entry.isDirectory();
            if (unsignable && !(entry.isDirectory() && size > 0)) {
                continue;
            }
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null) {
                for (Signature signature : signatures) {
                    Usage.CODE.require(signature.signer()); // the JDK passes over what is not meant for signing
                }
                throw new DistrustException(
                        Distrust.CHANGED, "%s is not signed, or not by an algorithm that counts".formatted(name));
            }
            if (whole == null) {
                whole = new LinkedHashSet<>(List.of(signers));
            } else {
                whole.retainAll(List.of(signers));
            }
        }
        if (whole == null || whole.isEmpty()) {
            throw new DistrustException(Distrust.NOT_SIGNED, "no one signer has signed all of it; sign it as a whole");
        }
        whole.removeIf(signer -> signatures.stream().noneMatch(one -> one.signer()
                .equals(signer.getSignerCertPath().getCertificates().get(0))));
        return List.copyOf(whole);
    }
}
