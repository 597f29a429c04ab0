package org.onevisit.housing.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * What was erased, in a file beside the county's key, a line each: so that a backup from before does not bring it back. It only grows,
 * and holds no personal data. Safe for every thread.
 */
public final class ErasureList {
    /** Name of the file, in the folder of the key file. */
    public static final String NAME = "erased.list";

    private static final String FIRST = "# housing erasures 1\n";
    private static final Pattern LINE = Pattern.compile("(\\S+) ([0-9a-f]{64}) (\\S+) (.+)");
    private final Path file;

    private ErasureList(Path file) {
        this.file = file;
    }

    /** The list of the county whose key file this is. */
    public static ErasureList beside(Path keyFile) {
        return new ErasureList(keyFile.resolveSibling(NAME));
    }

    /**
     * One application that was erased.
     *
     * @param number its number
     * @param first hash of the first entry of its journal, in hex: after a restore the number may come to be another application's
     * @param at when
     * @param actor id of who did it
     */
    public record Entry(ApplicationNumber number, String first, Instant at, String actor) {
        private boolean isOf(Entry other) {
            return number.equals(other.number) && first.equals(other.first);
        }
    }

    /**
     * All of it, oldest first; nothing where there is no list yet.
     *
     * @throws HousingException SITE_NOT_READY if a line is not one; says which
     */
    public synchronized List<Entry> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> lines = whole().lines().toList();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    entries.add(entry(i + 1, lines.get(i)));
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erasures " + file + " cannot be read", e);
        }
    }

    /** All lines that were written to their end; a power cut may have left a piece of one, which the next timed work adds anew. */
    private String whole() throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private Entry entry(int place, String line) {
        Matcher parts = LINE.matcher(line);
        try {
            if (parts.matches()) {
                return new Entry(
                        ApplicationNumber.of(parts.group(1)),
                        parts.group(2),
                        Instant.parse(parts.group(3)),
                        parts.group(4));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw broken(place, e);
        }
        throw broken(place, new IllegalStateException("number, hash, time and actor are wanted"));
    }

    private HousingException broken(int place, Exception cause) {
        return new HousingException(
                ErrorCode.SITE_NOT_READY,
                "line " + place + " of the list of erasures " + file
                        + " cannot be read; put back the list, or take the line out if it was never one",
                cause);
    }

    /** Adds an erasure, durably; one that stands there is left alone. */
    public synchronized void add(Entry entry) {
        if (entries().stream().anyMatch(entry::isOf)) {
            return;
        }
        String line = "%s %s %s %s\n".formatted(entry.number(), entry.first(), entry.at(), entry.actor());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(whole().getBytes(UTF_8).length);
            ByteBuffer bytes = UTF_8.encode(channel.size() == 0 ? FIRST + line : line);
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "申请 " + entry.number() + " 已销毁，但销毁清单 " + file + " 无法写入；请检查磁盘和权限后重新执行一次 erase，否则恢复旧备份会使档案重现",
                    e);
        }
    }
}
