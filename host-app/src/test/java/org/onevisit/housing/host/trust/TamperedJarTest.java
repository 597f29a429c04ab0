package org.onevisit.housing.host.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.fake.FakeSigner;
import org.onevisit.housing.host.fake.FakeZip;
import org.onevisit.housing.host.fake.PluginActivator;

/** A jar that somebody trusted has signed, and that somebody else has changed: it is refused, with what was changed. */
class TamperedJarTest {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final FakeSigner OFFICE = FakeSigner.named("CN=Office").make();
    private static final FakeSigner OTHER = FakeSigner.named("CN=Other").make();
    private static final byte[] PLAIN = new FakeBundle("test.plugin", "1.0.0")
            .classes(PluginActivator.class)
            .text("a.txt", "the same text")
            .text("b.txt", "another text")
            .text("META-INF/services/x", "y")
            .jar();
    private static final byte[] SIGNED = OFFICE.sign(PLAIN);

    @TempDir
    Path folder;

    @BeforeEach
    void trusts() {
        OFFICE.into(folder.resolve("trust"));
        OTHER.into(folder.resolve("trust"));
    }

    @Test
    @DisplayName("taken apart and put together again it is as good as before")
    void untouched() {
        assertThat(verify(SIGNED).trusted()).isTrue();
        Verdict repacked = verify(new FakeZip(SIGNED).jar());
        assertThat(repacked.trusted()).as(repacked.reason()).isTrue();
    }

    @Test
    @DisplayName("an entry changed, added, taken out or renamed")
    void entries() {
        refused(signed().with("a.txt", "the sane text"), "changed after it was signed", "a.txt");
        refused(signed().with("c.txt", "new"), "c.txt is not signed");
        refused(signed().with("META-INF/services/z", "new"), "META-INF/services/z is not signed");
        refused(signed().with("META-INF/versions/17/x.txt", "new"), "META-INF/versions/17/x.txt is not signed");
        refused(signed().with("empty.txt", ""), "empty.txt is not signed");
        refused(signed().with("folder/", "bytes in a folder"), "folder/");
        refused(signed().without("b.txt"), "b.txt was taken out after it was signed");
        FakeZip renamed = signed();
        refused(renamed.with("c.txt", renamed.entry("b.txt")).without("b.txt"), "b.txt was taken out");
    }

    @Test
    @DisplayName("headers changed or added in the manifest, also where an old signature covers its sections only")
    void manifest() throws IOException {
        String text = signed().text(MANIFEST);
        refused(signed().with(MANIFEST, text.replace("1.0.0", "1.0.1")), "the manifest was changed");
        refused(
                signed().with(
                                MANIFEST,
                                text.replace("Bundle-Version", "Bundle-Activator: evil.Activator\r\nBundle-Version")),
                "the manifest was changed");
        refused(signed().with(MANIFEST, text + "Name: c.txt\r\nX: y\r\n\r\n"), "the manifest was changed");
        // re-signed lists without the digest of the whole manifest, as very old signers made them
        Manifest list = new Manifest(new ByteArrayInputStream(signed().entry("META-INF/SIGNER.SF")));
        list.getMainAttributes().keySet().removeIf(key -> key.toString().contains("-Digest-Manifest"));
        ByteArrayOutputStream shortened = new ByteArrayOutputStream();
        list.write(shortened);
        refused(signed().with("META-INF/SIGNER.SF", shortened.toByteArray()), "covers the manifest by no digest");
    }

    @Test
    @DisplayName("the signature itself: taken out in part or as a whole, changed, put onto another jar")
    void signature() {
        refused(signed().without("META-INF/SIGNER.EC"), "a part of a signature is missing");
        refused(signed().without("META-INF/SIGNER.SF"), "a part of a signature is missing");
        refused(signed().without("META-INF/SIGNER.SF").without("META-INF/SIGNER.EC"), "it is not signed");
        refused(signed().with("META-INF/SIGNER.EC", "not a signature"), "the signature SIGNER cannot be read");
        refused(
                signed().with("META-INF/EVIL.SF", "Signature-Version: 1.0\r\n\r\n"),
                "a part of a signature is missing");
        FakeZip other = new FakeZip(OFFICE.sign(new FakeBundle("other", "9").jar()));
        refused(
                other.with("META-INF/SIGNER.SF", signed().entry("META-INF/SIGNER.SF"))
                        .with("META-INF/SIGNER.EC", signed().entry("META-INF/SIGNER.EC")),
                "the manifest was changed after signature SIGNER");
        byte[] list = signed().text("META-INF/SIGNER.SF")
                .replace("Created-By", "Created-By-X")
                .getBytes(StandardCharsets.UTF_8);
        refused(signed().with("META-INF/SIGNER.SF", list), "changed after it was signed", "META-INF/SIGNER");
        refused(signed().with("META-INF/SIG-EVIL", "x"), "META-INF/SIG-EVIL is not signed");
    }

    @Test
    @DisplayName("two signers who have signed a part each: nobody vouches for all of it")
    void parts() {
        FakeZip first = new FakeZip(OFFICE.sign(PLAIN, way -> way.signerName("FIRST")));
        byte[] second = OTHER.sign(first.with("c.txt", "new").jar(), way -> way.signerName("SECOND"));
        // the second has signed everything, the first no longer fits the manifest
        assertThat(verify(second).reason()).contains("the manifest was changed after signature FIRST");
        assertThat(verify(new FakeZip(second)
                                .without("META-INF/FIRST.SF")
                                .without("META-INF/FIRST.EC")
                                .jar())
                        .trusted())
                .isTrue();
    }

    @Test
    @DisplayName("an entry that stands there twice, so that readers differ")
    void twice() {
        byte[] two = OFFICE.sign(new FakeBundle("x", "1").text("a1.txt", "a").jar());
        byte[] doubled = new FakeZip(two).with("a2.txt", "evil").jar();
        assertThat(verify(FakeZip.patched(doubled, "a2.txt", "a1.txt")).reason())
                .contains("it holds a1.txt twice");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("any byte changed anywhere: it is refused, or what it holds is the same to the last byte")
    void anyByte(long seed) {
        Random random = new Random(seed);
        Map<String, String> whole = content(SIGNED);
        int refused = 0;
        int harmless = 0;
        for (int i = 0; i < 250; i++) {
            byte[] changed = SIGNED.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            if (verify(changed).trusted()) {
                assertThat(content(changed)).as("seed %d, byte %d", seed, at).isEqualTo(whole);
                harmless++;
            } else {
                refused++;
            }
        }
        assertThat(refused).as("of %d", refused + harmless).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @DisplayName("cut off anywhere, or with anything behind or before it, it is refused")
    void cutOrLengthened(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            byte[] more = new byte[1 + random.nextInt(100)];
            random.nextBytes(more);
            assertThat(verify(Arrays.copyOf(SIGNED, random.nextInt(SIGNED.length)))
                            .trusted())
                    .isFalse();
            assertThat(verify(joined(SIGNED, more)).trusted()).isFalse();
            assertThat(verify(joined(more, SIGNED)).trusted()).isFalse();
        }
        assertThat(folder.resolve("scratch").toFile().list()).isNullOrEmpty();
        assertThat(Files.exists(folder.resolve("trust"))).isTrue();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    /** What a reader gets from the jar, apart from times: the content of each entry by its name. */
    private Map<String, String> content(byte[] jar) {
        Map<String, String> content = new TreeMap<>();
        try {
            Path file = Files.write(folder.resolve("content.jar"), jar);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        content.put(entry.getName(), Hex.toHexString(in.readAllBytes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private static FakeZip signed() {
        return new FakeZip(SIGNED);
    }

    private void refused(FakeZip zip, String... reason) {
        Verdict verdict = verify(zip.jar());
        assertThat(verdict.trusted()).as(verdict.text()).isFalse();
        assertThat(verdict.reason()).contains(reason);
    }

    private Verdict verify(byte[] jar) {
        return new CountyTrust(
                        folder.resolve("trust"), folder.resolve("scratch"), new FakeClock("2026-11-27T01:00:00Z"))
                .verify(jar);
    }
}
