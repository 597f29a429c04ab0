package org.onevisit.housing.host.trust;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Answers: does this jar come, whole and untouched, from somebody whom the county trusts?
 *
 * <p>A jar is trusted when it is fit ({@link JarScan}), every entry of it is signed by one and the same signer as {@code jarsigner}
 * does it, and that signer's certificates lead to one in the county's trust folder. The folder is read anew each time. Safe for every
 * thread.
 */
public final class CountyTrust {
    private final Path folder;
    private final Path scratch;
    private final Clock clock;

    /**
     * Over a trust folder.
     *
     * @param folder certificates, {@code timestamp/} and {@code revoked.txt}; may be absent, then nobody is trusted
     * @param scratch where a jar may lie while it is verified; made when it is not there
     * @param clock tells the moment for which validity is judged
     */
    public CountyTrust(Path folder, Path scratch, Clock clock) {
        this.folder = requireNonNull(folder, "folder");
        this.scratch = requireNonNull(scratch, "scratch");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Judges a jar, on the caller's thread; installs and keeps nothing.
     *
     * @param jar its bytes, any
     * @return never null; what cannot be judged is not trusted, with the reason
     */
    public Verdict verify(byte[] jar) {
        try {
            JarScan.of(jar);
            return verify(TrustFolder.read(folder), jar);
        } catch (UnfitJarException e) {
            return Verdict.refused(Distrust.UNFIT, String.valueOf(e.getMessage()));
        } catch (DistrustException e) {
            return Verdict.refused(e.kind(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            // whatever goes wrong here, nothing is trusted by it
            return Verdict.refused(Distrust.UNREADABLE, "it cannot be verified: " + e);
        }
    }

    private Verdict verify(TrustFolder trusted, byte[] jar) throws IOException, DistrustException {
        Files.createDirectories(scratch);
        Path file = Files.createTempFile(scratch, "verify-", ".jar");
        try {
            Files.write(file, jar);
            return judge(trusted, SignedJar.signers(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One signer who signed everything and is trusted is enough; who else signed takes nothing away. */
    private Verdict judge(TrustFolder trusted, List<CodeSigner> signers) throws DistrustException {
        DistrustException refusal = new DistrustException(Distrust.UNREADABLE, "no signature in it could be followed");
        for (CodeSigner signer : signers) {
            List<X509Certificate> certificates = certificates(signer.getSignerCertPath());
            Moment moment = moment(trusted, signer);
            try {
                new Chain(trusted.signers(), trusted.revoked(), moment.at()).require(certificates, Usage.CODE);
                X509Certificate leaf = certificates.get(0);
                return Verdict.trusted(Subject.of(leaf), Fingerprint.of(leaf));
            } catch (DistrustException e) {
                refusal = new DistrustException(e.kind(), e.getMessage() + moment.remark(), e);
            }
        }
        throw refusal;
    }

    /** For which moment a signature is judged, and what is to be said about that when it is refused. */
    private record Moment(Instant at, String remark) {}

    /** The moment of the signature, where an authority that the county trusts vouches for it; else now. */
    private Moment moment(TrustFolder trusted, CodeSigner signer) {
        Instant now = clock.instant();
        Timestamp timestamp = signer.getTimestamp();
        if (timestamp == null) {
            return new Moment(now, "");
        }
        Instant signed = timestamp.getTimestamp().toInstant();
        try {
            new Chain(trusted.timestamps(), trusted.revoked(), signed)
                    .require(certificates(timestamp.getSignerCertPath()), Usage.TIMESTAMP);
            return new Moment(signed.isBefore(now) ? signed : now, "");
        } catch (DistrustException e) {
            return new Moment(now, "; its timestamp does not count: " + e.getMessage());
        }
    }

    private static List<X509Certificate> certificates(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }
}
