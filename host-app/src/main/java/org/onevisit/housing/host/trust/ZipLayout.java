package org.onevisit.housing.host.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * Where everything lies in a zip file that can be read in one way only: one directory, at the end, of entries that follow each other
 * without a gap. A file in which a reader of the directory and a reader of the entries would find different things is refused.
 */
final class ZipLayout {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int SHORT_MASK = 0xffff;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED_AFTER = 1 << 3;
    private static final List<Integer> DESCRIPTIONS = List.of(12, 16);
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xf000;
    private static final List<Integer> PLAIN_TYPES = List.of(0, 0x8000, 0x4000);

    private final ByteBuffer bytes;
    private final byte[] content;

    private ZipLayout(byte[] content) {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * An entry.
     *
     * @param name as it is written, in UTF-8
     * @param method stored or deflated
     * @param crc of its content
     * @param packed bytes in the file
     * @param size bytes of its content, as the directory says
     * @param header where its own header begins
     * @param data where its bytes begin
     */
    record Entry(String name, int method, long crc, int packed, int size, int header, int data) {}

    /**
     * Reads the directory and compares it with the entries.
     *
     * @throws UnfitJarException when it is no zip file, or one that can be read in several ways
     */
    static List<Entry> of(byte[] content) {
        if (content.length < END_LENGTH || content[0] != 'P' || content[1] != 'K') {
            throw new UnfitJarException("it is not a jar: a zip file with a manifest is expected");
        }
        try {
            return new ZipLayout(content).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new UnfitJarException("it is not a whole jar: its directory points out of the file", e);
        }
    }

    /** The content of an entry, unpacked while it is read. */
    static InputStream open(byte[] content, Entry entry) {
        InputStream packed = new ByteArrayInputStream(content, entry.data(), entry.packed());
        return entry.method() == ZipEntry.STORED ? packed : new Unpacked(packed, new Inflater(true));
    }

    private static final class Unpacked extends InflaterInputStream {
        Unpacked(InputStream packed, Inflater inflater) {
            super(packed, inflater);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end(); // the memory outside the heap
        }
    }

    private List<Entry> read() {
        int end = content.length - END_LENGTH;
        if (bytes.getInt(end) != END) {
            throw new UnfitJarException("it is not a whole jar: no directory stands at its end");
        }
        int count = unsigned(end + 10);
        int length = bytes.getInt(end + 12);
        int start = bytes.getInt(end + 16);
        require(bytes.getShort(end + 4) == 0 && unsigned(end + 8) == count, "it is a part of several files");
        require(count < SHORT_MASK && length >= 0 && start >= 0, "it is a zip file of the large kind (zip64)");
        require(start + length == end, "something stands between its directory and its end");
        List<Entry> entries = new ArrayList<>();
        int at = start;
        for (int i = 0; i < count; i++) {
            require(at + CENTRAL_LENGTH <= end && bytes.getInt(at) == CENTRAL, "its directory is broken");
            entries.add(entry(at));
            at += CENTRAL_LENGTH + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
        }
        require(at == end, "its directory holds more than it counts");
        requireNoGap(entries, start);
        return entries;
    }

    private Entry entry(int at) {
        int flags = unsigned(at + 8);
        int method = unsigned(at + 10);
        int packed = bytes.getInt(at + 20);
        int size = bytes.getInt(at + 24);
        int nameLength = unsigned(at + 28);
        int header = bytes.getInt(at + 42);
        String name = name(at + CENTRAL_LENGTH, nameLength);
        require((flags & ENCRYPTED) == 0, "%s is encrypted", name);
        require(
                method == ZipEntry.STORED || method == ZipEntry.DEFLATED,
                "%s is packed in a way that jars are not",
                name);
        require(packed >= 0 && size >= 0 && header >= 0, "%s is larger than a jar's entry can be", name);
        boolean unix = content[at + 5] == UNIX;
        int type = unsigned(at + 40) & FILE_TYPE;
        require(!unix || PLAIN_TYPES.contains(type), "%s is a link or a device, not a file", name);
        require(bytes.getInt(header) == LOCAL && unsigned(header + 8) == method, "%s is not where it should be", name);
        require(
                unsigned(header + 26) == nameLength
                        && Arrays.equals(
                                content,
                                header + LOCAL_LENGTH,
                                header + LOCAL_LENGTH + nameLength,
                                content,
                                at + CENTRAL_LENGTH,
                                at + CENTRAL_LENGTH + nameLength),
                "%s has two names",
                name);
        int data = header + LOCAL_LENGTH + nameLength + unsigned(header + 28);
        return new Entry(name, method, Integer.toUnsignedLong(bytes.getInt(at + 16)), packed, size, header, data);
    }

    private String name(int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnfitJarException("an entry's name is not in UTF-8", e);
        }
    }

    /** Each entry ends where the next begins, the last one where the directory begins. */
    private void requireNoGap(List<Entry> entries, int directory) {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingInt(Entry::header));
        int at = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Entry entry = ordered.get(i);
            require(entry.header() == at, "%s overlaps another entry, or something is hidden before it", entry.name());
            int next = i + 1 < ordered.size() ? ordered.get(i + 1).header() : directory;
            int over = next - (entry.data() + entry.packed());
            boolean described = (unsigned(entry.header() + 6) & DESCRIBED_AFTER) != 0;
            require(
                    over == 0 || (described && DESCRIPTIONS.contains(over)),
                    "%s overlaps another entry, or something is hidden after it",
                    entry.name());
            at = next;
        }
        require(at == directory, "something is hidden before its directory");
    }

    private int unsigned(int at) {
        return bytes.getShort(at) & SHORT_MASK;
    }

    private static void require(boolean fits, String what, Object... which) {
        if (!fits) {
            throw new UnfitJarException(
                    "it is not a jar that an honest tool makes: " + what.formatted(which) + "; build it anew");
        }
    }
}
