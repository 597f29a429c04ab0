package org.onevisit.housing.host.fake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar taken apart, changed, and put together again. */
public final class FakeZip {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** An empty one. */
    public FakeZip() {}

    /** What is in a jar. */
    public FakeZip(byte[] jar) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an entry in, or in place of the one of its name. */
    public FakeZip with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Puts a text in. */
    public FakeZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes an entry out. */
    public FakeZip without(String name) {
        if (entries.remove(name) == null) {
            throw new IllegalArgumentException("no " + name + " in " + entries.keySet());
        }
        return this;
    }

    /** An entry. */
    public byte[] entry(String name) {
        return entries.get(name);
    }

    /** An entry as text. */
    public String text(String name) {
        return new String(entry(name), StandardCharsets.UTF_8);
    }

    /** All of them, in their order. */
    public Map<String, byte[]> entries() {
        return entries;
    }

    /** Put together. */
    public byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Every occurrence of a word of the same length replaced, behind the back of the tools that made the jar. */
    public static byte[] patched(byte[] jar, String word, String other) {
        if (word.length() != other.length()) {
            throw new IllegalArgumentException("of the same length");
        }
        return new String(jar, StandardCharsets.ISO_8859_1).replace(word, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
