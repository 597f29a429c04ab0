package org.onevisit.housing.host.tray;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a jar to its end, and no further than a limit: somebody may have laid a bomb, or a name that leads out of the jar. */
final class JarScan {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ENTRIES = 50_000;
    private static final int LARGEST_MANIFEST = 1 << 20;
    private final Set<String> names = new HashSet<>();
    private final Set<String> packages = new TreeSet<>();
    private @Nullable Manifest manifest;
    private long left = MOST_BYTES;

    private JarScan() {}

    /**
     * Reads a jar.
     *
     * @throws RefusedException when it is none, is cut off, or is not what an honest tool would make
     */
    static JarScan of(byte[] content) {
        JarScan scan = new JarScan();
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                scan.read(entry.getName(), jar);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException("it is not a whole jar: " + e.getMessage(), e);
        }
        return scan;
    }

    private void read(String name, InputStream jar) throws IOException {
        if (name.startsWith("/") || Arrays.asList(name.split("[/\\\\]", -1)).contains("..") || name.contains(":")) {
            throw new RefusedException("an entry leads out of it: %s".formatted(name));
        }
        if (!names.add(name)) {
            throw new RefusedException("it holds %s twice: nobody knows which one counts".formatted(name));
        }
        if (names.size() > MOST_ENTRIES) {
            throw new RefusedException("it has more than %d entries".formatted(MOST_ENTRIES));
        }
        if (name.equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            readManifest(jar);
        }
        if (name.endsWith(".class")) {
            packages.add(name.replaceFirst("/?[^/]*$", "").replace('/', '.'));
        }
        left -= ByteStreams.exhaust(ByteStreams.limit(jar, left + 1)); // and compares the check sum
        if (left < 0) {
            throw new RefusedException("unpacked it is larger than %d MB".formatted(MOST_BYTES >> 20));
        }
    }

    private void readManifest(InputStream jar) throws IOException {
        byte[] text = jar.readNBytes(LARGEST_MANIFEST + 1);
        if (text.length > LARGEST_MANIFEST) {
            throw new RefusedException("its manifest is larger than %d MB".formatted(LARGEST_MANIFEST >> 20));
        }
        manifest = new Manifest(new ByteArrayInputStream(text));
    }

    /** The manifest. */
    Manifest manifest() {
        return Optional.ofNullable(manifest)
                .orElseThrow(() -> new RefusedException(
                        names.isEmpty()
                                ? "it is not a jar: a zip file with a manifest is expected"
                                : "it has no manifest: build the jar as an OSGi bundle"));
    }

    /** Packages that it has classes of. */
    Set<String> packages() {
        return packages;
    }
}
