package org.onevisit.housing.host.tray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.host.trust.JarScan;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** The text of a pack, as far as a host has to know it: its name, its edition and the day from which it is in force. */
final class PackText {
    private static final String ENTRY = "pack.yaml";
    private static final int LARGEST = 8 << 20;
    private static final int SHORT = 12;
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?.*");
    private static final YAMLMapper YAML = new YAMLMapper();
    private final byte[] text;
    private final JsonNode tree;

    private PackText(byte[] text, JsonNode tree) {
        this.text = text;
        this.tree = tree;
    }

    /**
     * Reads a bare pack.
     *
     * @throws RefusedException when it is no YAML, or names no pack or edition
     */
    static PackText of(byte[] text) {
        if (text.length > LARGEST) {
            throw new RefusedException("the pack is larger than %d MB".formatted(LARGEST >> 20));
        }
        try {
            JsonNode tree = YAML.readTree(text);
            for (String key : new String[] {"pack", "edition"}) {
                if (tree == null || !tree.path(key).isValueNode()) {
                    throw new RefusedException(
                            "it has no '%s': the name of the pack and of its edition are expected".formatted(key));
                }
            }
            return new PackText(text, tree);
        } catch (IOException e) {
            throw new RefusedException("it is no YAML: " + e.getMessage(), e);
        }
    }

    /** The pack in a jar. */
    static PackText in(ModuleFile file) {
        byte[] text = JarScan.entry(file.content(), file.packEntry());
        if (text.length == 0) {
            throw new RefusedException("Housing-Pack names %s, which is not in the jar".formatted(file.packEntry()));
        }
        return of(text);
    }

    /** The pack in a bundle, if there is one that can be read. */
    static Optional<PackText> in(Bundle bundle) {
        String entry = bundle.getHeaders("").get(ModuleFile.PACK);
        URL url = entry == null ? null : bundle.getEntry(entry);
        if (url == null) {
            return Optional.empty();
        }
        try (InputStream text = url.openStream()) {
            return Optional.of(of(text.readNBytes(LARGEST + 1)));
        } catch (IOException | RefusedException e) {
            return Optional.empty();
        }
    }

    byte[] text() {
        return text.clone();
    }

    /** The day from which it is in force. */
    LocalDate effectiveFrom() {
        try {
            return LocalDate.parse(tree.path("effectiveFrom").asText("0001-01-01"));
        } catch (DateTimeParseException e) {
            throw new RefusedException("effectiveFrom is no date: " + e.getMessage(), e);
        }
    }

    /** A bundle around it, whose version follows the edition and tells changed texts apart. */
    byte[] wrap() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.onevisit.housing.pack-" + word("pack"));
        headers.putValue(Constants.BUNDLE_VERSION, version());
        headers.putValue(
                Constants.BUNDLE_DESCRIPTION,
                "政策包: " + word("pack") + " " + tree.path("edition").asText());
        headers.putValue(ModuleFile.PACK, ENTRY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream content = new ByteArrayInputStream(text)) {
            JarEntry entry = new JarEntry(ENTRY);
            entry.setTime(0);
            jar.putNextEntry(entry);
            content.transferTo(jar);
        } catch (IOException e) {
            throw new RefusedException("it cannot be wrapped: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private String word(String key) {
        return tree.path(key).asText().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private String version() {
        Matcher numbers = NUMBERS.matcher(tree.path("edition").asText());
        boolean numeric = numbers.matches();
        String hash = Hashing.sha256().hashBytes(text).toString().substring(0, SHORT);
        return "%s.%s.%s.%s"
                .formatted(part(numeric, numbers, 1), part(numeric, numbers, 2), part(numeric, numbers, 3), hash);
    }

    private static String part(boolean numeric, Matcher numbers, int group) {
        return numeric ? Optional.ofNullable(numbers.group(group)).orElse("0") : "0";
    }
}
