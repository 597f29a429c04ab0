package org.onevisit.housing.host.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeZip;

/** Jars that no honest tool makes: refused whoever signed them, before anything is unpacked. */
class HostileJarTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int CENTRAL = 0x02014b50;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "/etc/passwd",
                "C:/evil.txt",
                "C:evil.txt",
                "a:stream",
                "a/..",
                "..",
                "lib\\..\\evil.txt"
            })
    @DisplayName("a name that leads out of the jar")
    void leadsOut(String name) {
        refused(with(name), "an entry leads out of it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\\b.txt", "\\evil.txt", "a\0.txt", "a\n.txt", "a//b.txt", "a/./b.txt", "./a.txt", "a\u007f"})
    @DisplayName("a name that no file has")
    void noFilesName(String name) {
        refused(with(name), "an entry has a name that no file has");
    }

    @Test
    @DisplayName("a name too long for a disk; 汉字 count by their bytes")
    void tooLong() {
        refused(with("a".repeat(256)), "too long for a file");
        refused(with("宅".repeat(86)), "too long for a file");
        refused(with("a/".repeat(600) + "b"), "too long for a file");
        fit(with("宅".repeat(85)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, A.txt",
        "Dir/x.class, dir/x.class",
        "META-INF/X.SF, META-INF/x.sf",
        "é.txt, e\u0301.txt",
        "ﬁ.txt, fi.txt"
    })
    @DisplayName("two names that are one file on some disks")
    void twoNamesOneFile(String one, String other) {
        refused(bundle().with(one, "1").with(other, "2").jar(), "which are one file on some disks");
    }

    @Test
    @DisplayName("a folder and a file of one name; a folder that differs from a file by case only is usual")
    void folders() {
        refused(bundle().with("a", "1").with("a/", "").jar(), "it holds a/ twice");
        fit(bundle().with("META-INF/LICENSE", "1")
                .with("META-INF/license/x", "2")
                .jar());
        refused(
                new FakeZip()
                        .with("META-INF/manifest.mf", "Manifest-Version: 1.0\n")
                        .jar(),
                "its manifest is called META-INF/manifest.mf");
    }

    @Test
    @DisplayName("a bomb: by its size, by how well it is packed, by how many entries it has, by what it says of itself")
    void bombs() throws IOException {
        refused(zeros("zeros", 5), "zeros unpacks to more than 200 times its size");
        refused(spread(520), "unpacked it is larger than 512 MB");
        refused(bundle().with("lib/a.jar", zeros("zeros", 5)).jar(), "lib/a.jar!/zeros unpacks to more than");
        FakeZip many = bundle();
        for (int i = 0; i < 50_001; i++) {
            many.with("e" + i, "");
        }
        refused(many.jar(), "more than 50000 entries");
        // it says that it is small, and is not
        byte[] lying = zeros("zeros", 5);
        int at = central(lying, 0);
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, 1000);
        refused(lying, "is not what the directory says");
    }

    @Test
    @DisplayName("jars in jars in jars; what is a jar by another name is looked into too")
    void nested() {
        byte[] deepest = bundle().with("evil/../../x", "").jar();
        refused(bundle().with("data.bin", deepest).jar(), "an entry leads out of it");
        byte[] jar = bundle().jar();
        for (int i = 0; i < 2; i++) {
            jar = bundle().with("lib/a.jar", jar).jar();
            fit(jar);
        }
        refused(bundle().with("lib/a.jar", jar).jar(), "it holds jars in jars in jars");
        refused(bundle().with("lib/a.jar", "no jar").jar(), "it is not a jar");
    }

    @Test
    @DisplayName("a link or a device, as Unix tools store them")
    void links() {
        for (int type : new int[] {0xa1ff, 0x21ff, 0x61ff, 0x11ff, 0xc1ff}) {
            byte[] jar = bundle().with("link", "/etc/passwd").jar();
            int at = central(jar, 1);
            jar[at + 5] = 3;
            ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN).putShort(at + 40, (short) type);
            refused(jar, "link is a link or a device");
        }
        byte[] jar = bundle().with("file", "x").jar();
        int at = central(jar, 1);
        jar[at + 5] = 3;
        ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN).putShort(at + 40, (short) 0x81a4);
        fit(jar);
    }

    @Test
    @DisplayName("a file that readers of the directory and readers of the entries would understand differently")
    void ambiguous() {
        byte[] jar = bundle().with("aa.txt", "a").with("bb.txt", "b").jar();
        fit(jar);
        ByteBuffer bytes = ByteBuffer.wrap(jar.clone()).order(ByteOrder.LITTLE_ENDIAN);
        // the directory's bb.txt points at aa.txt
        bytes.putInt(central(jar, 2) + 42, bytes.getInt(central(jar, 1) + 42));
        refused(bytes.array(), "bb.txt has two names");
        // the directory forgets one, and is a line shorter
        int end = jar.length - 22;
        int first = central(jar, 1);
        int second = central(jar, 2);
        byte[] shorter = joined(Arrays.copyOf(jar, first), Arrays.copyOfRange(jar, second, jar.length));
        ByteBuffer.wrap(shorter)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(shorter.length - 14, (short) 2)
                .putShort(shorter.length - 12, (short) 2)
                .putInt(
                        shorter.length - 10,
                        ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 12) - (second - first));
        refused(shorter, "overlaps another entry, or something is hidden");
        // it has a comment, in which another end could stand
        byte[] commented = Arrays.copyOf(jar, jar.length + 4);
        commented[jar.length - 2] = 4;
        refused(commented, "no directory stands at its end");
        // encrypted
        byte[] secret = jar.clone();
        secret[central(jar, 1) + 8] |= 1;
        refused(secret, "aa.txt is encrypted");
        // a name that is no UTF-8
        refused(FakeZip.patched(jar, "aa.txt", "\u00ff\u00fe.txt"), "not in UTF-8");
    }

    @Test
    @DisplayName("no jar at all, half a jar, noise")
    void noJar() {
        refused(new byte[0], "it is not a jar");
        refused("PK".getBytes(StandardCharsets.UTF_8), "it is not a jar");
        refused(new byte[1000], "it is not a jar");
        refused(new FakeZip().with("a.txt", "a").jar(), "it has no manifest");
        byte[] jar = bundle().jar();
        refused(Arrays.copyOf(jar, jar.length / 2), "it is not a whole jar");
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[100 + random.nextInt(200)];
            random.nextBytes(noise);
            noise[0] = 'P';
            noise[1] = 'K';
            ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN).putInt(noise.length - 22, 0x06054b50);
            assertThatThrownBy(() -> JarScan.of(noise)).isInstanceOf(UnfitJarException.class);
        }
    }

    private static FakeZip bundle() {
        return new FakeZip(new FakeBundle("x", "1").jar());
    }

    private static byte[] with(String name) {
        return bundle().with(name, "evil").jar();
    }

    private static void fit(byte[] jar) {
        assertThatCode(() -> JarScan.of(jar)).doesNotThrowAnyException();
    }

    private static void refused(byte[] jar, String reason) {
        assertThatThrownBy(() -> JarScan.of(jar))
                .isInstanceOf(UnfitJarException.class)
                .hasMessageContaining(reason);
    }

    /** A jar with an entry of so many megabytes of nothing. */
    private static byte[] zeros(String name, int megabytes) throws IOException {
        return packed(name, megabytes, new byte[MEGABYTE]);
    }

    /** The same, of what packs a hundred times smaller and no better. */
    private static byte[] spread(int megabytes) throws IOException {
        byte[] block = new byte[MEGABYTE];
        byte[] noise = new byte[MEGABYTE / 100];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, block, 0, noise.length);
        return packed("spread", megabytes, block);
    }

    private static byte[] packed(String name, int megabytes, byte[] block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    /** Where the n-th entry stands in the directory. */
    private static int central(byte[] jar, int n) {
        ByteBuffer bytes = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(jar.length - 6);
        for (int i = 0; i < n; i++) {
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        assertThat(bytes.getInt(at)).isEqualTo(CENTRAL);
        return at;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
