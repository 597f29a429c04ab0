package org.onevisit.housing.host.trust;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.onevisit.housing.host.trust.ZipLayout.Entry;

/**
 * Reads a jar and the jars in it to their ends, and no further than a limit: somebody may have laid a bomb, or a name that leads out
 * of the jar.
 */
public final class JarScan {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ENTRIES = 50_000;
    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final int LARGEST_CLASS = 16 << 20;
    private static final int LARGEST_NESTED = 64 << 20;
    private static final int DEEPEST = 2;
    /** What is smaller is no bomb, however well it is packed. */
    private static final long SMALL = 4L << 20;

    private static final int MOST_TIMES = 200;
    private static final List<String> ARCHIVES = List.of(".jar", ".zip", ".war", ".ear");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private final Reader reader;
    private long bytes;
    private int entries;

    private JarScan(Reader reader) {
        this.reader = reader;
    }

    /** Is told of what stands in a jar, in the order of its directory. */
    interface Reader {
        /** For whom nothing matters but that the jar can be read. */
        Reader NOTHING = (where, name, content) -> {};

        /**
         * A class or a descriptor.
         *
         * @param where the nested jar that it stands in, {@code lib/x.jar!/}; empty for the jar itself
         * @param name its name in there
         * @param content all of it
         */
        void read(String where, String name, byte[] content);
    }

    /**
     * Reads a jar.
     *
     * @throws UnfitJarException when it is none, is cut off, or is not what an honest tool would make
     */
    static Manifest of(byte[] content) {
        return read(content, Reader.NOTHING);
    }

    /** Reads a jar, telling a reader of its classes and descriptors. */
    static Manifest read(byte[] content, Reader reader) {
        try {
            new JarScan(reader).archive("", content, 0);
            byte[] manifest = entry(content, JarFile.MANIFEST_NAME);
            if (manifest.length == 0) {
                throw new UnfitJarException("it has no manifest: build the jar as an OSGi bundle");
            }
            return new Manifest(new ByteArrayInputStream(manifest));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnfitJarException("it is not a whole jar: " + e.getMessage(), e);
        }
    }

    /** The content of an entry in a jar that was found fit; empty when there is none of this name. */
    public static byte[] entry(byte[] content, String name) {
        for (Entry entry : ZipLayout.of(content)) {
            if (entry.name().equals(name)) {
                try (InputStream in = ZipLayout.open(content, entry)) {
                    return in.readNBytes(LARGEST_NESTED);
                } catch (IOException e) {
                    throw new UnfitJarException("it is not a whole jar: " + e.getMessage(), e);
                }
            }
        }
        return new byte[0];
    }

    private void archive(String where, byte[] content, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnfitJarException("it holds jars in jars in jars, down to %s: unpack them".formatted(where));
        }
        List<Entry> all = ZipLayout.of(content);
        entries += all.size();
        if (entries > MOST_ENTRIES) {
            throw new UnfitJarException("it has more than %d entries".formatted(MOST_ENTRIES));
        }
        EntryNames names = new EntryNames();
        for (Entry entry : all) {
            names.add(entry.name());
            requireNoBomb(where, entry);
        }
        for (Entry entry : all) {
            entry(where, content, entry, depth);
        }
    }

    private void requireNoBomb(String where, Entry entry) {
        bytes += entry.size();
        if (bytes > MOST_BYTES) {
            throw new UnfitJarException("unpacked it is larger than %d MB".formatted(MOST_BYTES >> 20));
        }
        if (entry.size() > SMALL && entry.size() / MOST_TIMES > entry.packed()) {
            throw new UnfitJarException("%s%s unpacks to more than %d times its size: it is a bomb"
                    .formatted(where, entry.name(), MOST_TIMES));
        }
        if (entry.name().equals(JarFile.MANIFEST_NAME) && entry.size() > LARGEST_MANIFEST) {
            throw new UnfitJarException("its manifest is larger than %d MB".formatted(LARGEST_MANIFEST >> 20));
        }
    }

    private void entry(String where, byte[] archive, Entry entry, int depth) throws IOException {
        String name = entry.name().toLowerCase(Locale.ROOT);
        boolean nested = isArchive(name) || startsAsArchive(archive, entry);
        boolean told = name.endsWith(".class") || name.endsWith(".xml");
        int most = nested ? LARGEST_NESTED : LARGEST_CLASS;
        if ((nested || told) && entry.size() > most) {
            throw new UnfitJarException("%s%s is larger than %d MB".formatted(where, entry.name(), most >> 20));
        }
        CRC32 crc = new CRC32();
        byte[] content = {};
        long size;
        try (InputStream in = new CheckedInputStream(ZipLayout.open(archive, entry), crc)) {
            if (nested || told) {
                content = in.readNBytes(entry.size() + 1);
                size = content.length;
            } else {
                size = ByteStreams.exhaust(ByteStreams.limit(in, entry.size() + 1L));
            }
        }
        if (size != entry.size() || crc.getValue() != entry.crc()) {
            throw new UnfitJarException(
                    "it is not a whole jar: %s%s is not what the directory says".formatted(where, entry.name()));
        }
        if (told) {
            reader.read(where, entry.name(), content);
        }
        if (nested) {
            archive(where + entry.name() + "!/", content, depth + 1);
        }
    }

    /** Is an archive expected in an entry of this name? */
    static boolean isArchive(String name) {
        return ARCHIVES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static boolean startsAsArchive(byte[] archive, Entry entry) throws IOException {
        try (InputStream in = ZipLayout.open(archive, entry)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }
}
