package org.onevisit.housing.host.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.fake.FakeSigner;
import org.onevisit.housing.host.fake.FakeTimestampAuthority;

/** Whom the county trusts, and for how long: jars signed as jarsigner signs them, by all kinds of signers. */
class CountyTrustTest {
    private static final byte[] JAR =
            new FakeBundle("test.plugin", "1.0.0").text("a.txt", "a").jar();
    private static final FakeSigner OFFICE =
            FakeSigner.named("O=平湖市, CN=Pinghu Housing Office").make();
    private static final FakeSigner STRANGER = FakeSigner.named("CN=Stranger").make();

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");

    @Test
    @DisplayName("what a signer signed whom the county trusts is trusted, with his name and fingerprint to be shown")
    void trusted() throws Exception {
        OFFICE.into(trust());
        Verdict verdict = verify(OFFICE.sign(JAR));
        assertThat(verdict.trusted()).as(verdict.reason()).isTrue();
        assertThat(verdict.signer()).contains("CN=Pinghu Housing Office", "平湖市");
        assertThat(verdict.text()).isEqualTo("signed " + verdict.signer() + ", trusted");
        assertThat(verdict.fingerprint()).isEqualTo(Fingerprint.of(OFFICE.certificate()));
        assertThat(verdict.reason()).isEmpty();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    @DisplayName(
            "nothing that nobody signed, and nobody whom the county does not know, is trusted; the reason says what to do")
    void strangers() {
        refused(JAR, "it is not signed");
        refused(STRANGER.sign(JAR), "the trust store vouches for nobody", Fingerprint.of(STRANGER.certificate()));
        OFFICE.into(trust());
        refused(STRANGER.sign(JAR), "CN=Stranger", "housing trust add FILE");
        FakeSigner namesake =
                FakeSigner.named("O=平湖市, CN=Pinghu Housing Office").make();
        refused(namesake.sign(JAR), "no certificate in the trust store vouches");
    }

    @Test
    @DisplayName("an authority vouches for those whom it certified, over others between them; a mere signer for nobody")
    void authorities() {
        FakeSigner root = FakeSigner.named("CN=Root").authority().make();
        FakeSigner middle = FakeSigner.named("CN=Middle").authority().by(root).make();
        FakeSigner vendor = FakeSigner.named("CN=Vendor").by(middle).make();
        FakeSigner subcontractor =
                FakeSigner.named("CN=Subcontractor").by(vendor).make();
        Path anchor = root.into(trust());
        accepted(vendor.sign(JAR), "CN=Vendor");
        refused(vendor.alone().sign(JAR), "no certificate in the trust store vouches");
        refused(subcontractor.sign(JAR), "no certificate in the trust store vouches");
        delete(anchor);
        vendor.into(trust());
        accepted(vendor.sign(JAR), "CN=Vendor");
        refused(subcontractor.alone().sign(JAR), "CN=Subcontractor");
    }

    @Test
    @DisplayName("a certificate counts in its time only; an authority's too")
    void expired() {
        Instant now = clock.instant();
        FakeSigner before = FakeSigner.named("CN=Old")
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .make();
        FakeSigner after = FakeSigner.named("CN=New")
                .valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)))
                .make();
        before.into(trust());
        after.into(trust());
        refused(before.sign(JAR), "CN=Old was valid from", "judged at 2026-11-27T01:00:00Z");
        refused(after.sign(JAR), "CN=New was valid from");
        FakeSigner root = FakeSigner.named("CN=Root")
                .authority()
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .make();
        root.into(trust());
        refused(FakeSigner.named("CN=Vendor").by(root).make().sign(JAR), "CN=Root was valid from");
        clock.pass(Duration.ofDays(2));
        accepted(after.sign(JAR), "CN=New");
    }

    @Test
    @DisplayName(
            "a timestamp by an authority that the county trusts for time keeps a signature good after its certificate")
    void timestamped() throws IOException {
        FakeSigner clockMaker = FakeSigner.named("CN=Time")
                .usage(KeyUsage.digitalSignature)
                .purpose(KeyPurposeId.id_kp_timeStamping)
                .make();
        FakeSigner vendor = FakeSigner.named("CN=Vendor")
                .valid(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2025-01-01T00:00:00Z"))
                .make();
        vendor.into(trust());
        try (FakeTimestampAuthority authority = new FakeTimestampAuthority(clockMaker)) {
            byte[] inTime = stamped(vendor, authority, "2024-06-01T00:00:00Z");
            refused(inTime, "CN=Vendor was valid from", "its timestamp does not count");
            Path anchor = clockMaker.into(trust().resolve("timestamp"));
            accepted(inTime, "CN=Vendor");
            refused(stamped(vendor, authority, "2025-06-01T00:00:00Z"), "judged at 2025-06-01T00:00:00Z");
            delete(anchor);
            clockMaker.into(trust()); // trusted for modules is not trusted for time
            refused(inTime, "CN=Vendor was valid from");
        }
    }

    @Test
    @DisplayName("an authority for time vouches for no module")
    void timeIsNoModule() {
        FakeSigner root = FakeSigner.named("CN=Time Root").authority().make();
        root.into(trust().resolve("timestamp"));
        OFFICE.into(trust());
        refused(FakeSigner.named("CN=Vendor").by(root).make().sign(JAR), "no certificate in the trust store");
    }

    private static byte[] stamped(FakeSigner vendor, FakeTimestampAuthority authority, String moment) {
        authority.at(Instant.parse(moment));
        return vendor.sign(JAR, authority.url());
    }

    @Test
    @DisplayName("a certificate that is meant for something else does not sign modules")
    void meantForSomethingElse() {
        FakeSigner server = FakeSigner.named("CN=Server")
                .purpose(KeyPurposeId.id_kp_serverAuth)
                .make();
        FakeSigner exchange =
                FakeSigner.named("CN=Exchange").usage(KeyUsage.keyAgreement).make();
        FakeSigner coder = FakeSigner.named("CN=Coder")
                .usage(KeyUsage.digitalSignature)
                .purpose(KeyPurposeId.id_kp_codeSigning)
                .make();
        for (FakeSigner one : new FakeSigner[] {server, exchange, coder}) {
            one.into(trust());
        }
        refused(server.sign(JAR), "CN=Server is not meant for code signing");
        refused(exchange.sign(JAR), "CN=Exchange is not meant for code signing");
        accepted(coder.sign(JAR), "CN=Coder");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "RSA, 3072", "EC, 384", "Ed25519, 0", "DSA, 2048"})
    @DisplayName("keys that are strong enough count")
    void strongKeys(String algorithm, int bits) {
        FakeSigner signer = FakeSigner.named("CN=Strong").key(algorithm, bits).make();
        signer.into(trust());
        accepted(signer.sign(JAR), "CN=Strong");
    }

    @Test
    @DisplayName("short keys, SHA-1 and MD5 do not count, wherever they are used")
    void weak() {
        FakeSigner small = FakeSigner.named("CN=Small").key("RSA", 1024).make();
        FakeSigner rsa = FakeSigner.named("CN=Rsa").key("RSA", 2048).make();
        FakeSigner root =
                FakeSigner.named("CN=Root").key("RSA", 2048).authority().make();
        FakeSigner sha1 =
                FakeSigner.named("CN=Sha1").by(root).signature("SHA1withRSA").make();
        for (FakeSigner one : new FakeSigner[] {small, rsa, root}) {
            one.into(trust());
        }
        refused(small.sign(JAR), "the key of CN=Small is too weak");
        refused(sha1.sign(JAR), "CN=Sha1 is itself signed by the weak SHA1withRSA");
        refused(rsa.sign(JAR, way -> signature(way, "SHA1withRSA")), "rests on the weak SHA1");
        refused(rsa.sign(JAR, way -> signature(way, "MD5withRSA")), "rests on the weak MD5");
        refused(rsa.sign(JAR, way -> digest(way, "SHA-1")), "covers the manifest by no digest that counts");
        refused(rsa.sign(JAR, way -> digest(way, "MD5")), "covers the manifest by no digest that counts");
        accepted(rsa.sign(JAR, way -> digest(way, "SHA-512")), "CN=Rsa");
    }

    private static JarSigner.Builder signature(JarSigner.Builder way, String algorithm) {
        try {
            return way.signatureAlgorithm(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JarSigner.Builder digest(JarSigner.Builder way, String algorithm) {
        try {
            return way.digestAlgorithm(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName(
            "a revoked certificate counts no more, by fingerprint or by serial and issuer, nor do those that it certified")
    void revoked() throws IOException {
        FakeSigner root = FakeSigner.named("O=CA, CN=Root").authority().make();
        FakeSigner vendor = FakeSigner.named("CN=Vendor").by(root).make();
        FakeSigner other = FakeSigner.named("CN=Other").by(root).make();
        root.into(trust());
        byte[] signed = vendor.sign(JAR);
        accepted(signed, "CN=Vendor");
        revoke("# left the company\n" + Fingerprint.of(vendor.certificate()) + " # on Monday\n");
        refused(signed, "CN=Vendor", "is revoked in revoked.txt");
        accepted(other.sign(JAR), "CN=Other");
        revoke("serial 0x" + other.certificate().getSerialNumber().toString(16) + " issuer CN=Root, O=CA");
        refused(other.sign(JAR), "CN=Other", "is revoked");
        accepted(signed, "CN=Vendor");
        revoke(Fingerprint.of(root.certificate()).replace(":", "").toLowerCase(Locale.ROOT));
        refused(signed, "CN=Root", "is revoked");
    }

    @Test
    @DisplayName("a trust store that cannot be read to its end trusts nobody, and names the file and the line")
    void unreadable() throws IOException {
        OFFICE.into(trust());
        byte[] signed = OFFICE.sign(JAR);
        accepted(signed, "CN=Pinghu");
        revoke("# fine\n12:34\n");
        refused(signed, "revoked.txt, line 2", "nothing is trusted until it is corrected");
        revoke("");
        Path broken = Files.writeString(trust().resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        refused(signed, "broken.pem is no X.509 certificate");
        delete(broken);
        Files.writeString(trust().resolve("README.txt"), "not a certificate, and not looked at");
        accepted(signed, "CN=Pinghu");
    }

    @Test
    @DisplayName("certificates may stand in DER, several in a file, or in a PKCS12 store with its password beside it")
    void otherForms() throws Exception {
        Path der = Files.write(
                Files.createDirectories(trust()).resolve("office.cer"),
                OFFICE.certificate().getEncoded());
        accepted(OFFICE.sign(JAR), "CN=Pinghu");
        delete(der);
        Path both = OFFICE.into(trust());
        Files.writeString(both, Files.readString(STRANGER.into(folder)), StandardOpenOption.APPEND);
        accepted(STRANGER.sign(JAR), "CN=Stranger");
        delete(both);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("office", OFFICE.certificate());
        try (OutputStream out = Files.newOutputStream(trust().resolve("county.p12"))) {
            store.store(out, "geheim".toCharArray());
        }
        refused(OFFICE.sign(JAR), "county.p12 cannot be opened");
        Files.writeString(trust().resolve("county.p12.password"), "geheim\n");
        accepted(OFFICE.sign(JAR), "CN=Pinghu");
    }

    @Test
    @DisplayName("a private key in the trust store is not looked over: it belongs to its signer alone")
    void noPrivateKeys() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("office", OFFICE.key(), "x".toCharArray(), new Certificate[] {OFFICE.certificate()});
        Files.createDirectories(trust());
        try (OutputStream out = Files.newOutputStream(trust().resolve("county.p12"))) {
            store.store(out, "x".toCharArray());
        }
        Files.writeString(trust().resolve("county.p12.password"), "x");
        refused(OFFICE.sign(JAR), "holds a private key");
    }

    @Test
    @DisplayName("of two who signed all of it one whom the county trusts is enough, whoever came first")
    void countersigned() {
        byte[] twice =
                OFFICE.sign(STRANGER.sign(JAR, way -> way.signerName("VENDOR")), way -> way.signerName("COUNTY"));
        refused(twice, "the trust store vouches for nobody");
        Path anchor = OFFICE.into(trust());
        accepted(twice, "CN=Pinghu Housing Office");
        delete(anchor);
        STRANGER.into(trust());
        accepted(twice, "CN=Stranger");
    }

    private void accepted(byte[] jar, String signer) {
        Verdict verdict = verify(jar);
        assertThat(verdict.text()).contains("signed " + signer, ", trusted");
        assertThat(verdict.trusted()).isTrue();
    }

    private void refused(byte[] jar, String... reason) {
        Verdict verdict = verify(jar);
        assertThat(verdict.trusted()).as(verdict.text()).isFalse();
        assertThat(verdict.reason()).contains(reason);
        assertThat(verdict.signer()).isEmpty();
        assertThat(verdict.fingerprint()).isEmpty();
    }

    private Verdict verify(byte[] jar) {
        return new CountyTrust(trust(), folder.resolve("scratch"), clock).verify(jar);
    }

    private void revoke(String text) throws IOException {
        Files.writeString(trust().resolve("revoked.txt"), text);
    }

    private Path trust() {
        return folder.resolve("信任 store");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
