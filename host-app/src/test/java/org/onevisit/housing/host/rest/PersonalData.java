package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names, identity numbers, telephone numbers and addresses of submissions, looked for in files in every usual encoding. */
final class PersonalData {
    private static final Set<String> FIELDS = Set.of("name", "number", "mobile", "address");
    private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("GB18030"));
    private final Set<String> values = new TreeSet<>();

    /** Takes what a submission, or a request about one, says of people. */
    void of(JsonNode json) {
        json.properties().forEach(field -> {
            if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                values.add(field.getValue().asText());
            }
        });
        json.forEach(this::of);
    }

    Set<String> values() {
        return values;
    }

    /** Where one of them stands: the file, and what. */
    List<String> foundBelow(Path folder) throws IOException {
        Map<String, String> needles = needles();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> foundIn(file, needles))
                    .toList();
        }
    }

    private static Stream<String> foundIn(Path file, Map<String, String> needles) {
        try {
            String content = new String(Files.readAllBytes(file), ISO_8859_1);
            return needles.entrySet().stream()
                    .filter(needle -> content.contains(needle.getValue()))
                    .map(needle -> file.getFileName() + " holds " + needle.getKey());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The bytes to look for, each as a text of one character a byte. */
    private Map<String, String> needles() {
        Map<String, String> needles = new TreeMap<>();
        for (String value : values) {
            for (Charset charset : CHARSETS) {
                needles.put(value + " in " + charset, new String(value.getBytes(charset), ISO_8859_1));
            }
            byte[] bytes = value.getBytes(UTF_8);
            needles.put(
                    value + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
            needles.put(value + " in hexadecimal", HexFormat.of().formatHex(bytes));
            needles.put(
                    value + " in capital hexadecimal",
                    HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
        }
        return needles;
    }
}
