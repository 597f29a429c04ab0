package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Bodies that no reader of text ever sees: broken as bytes, in the wrong wrapping, or out of all proportion. */
final class BrokenBodies {
    private static final String JSON = "application/json";
    private static final int MEGABYTE = 1 << 20;

    private final String good;
    private final List<Case> cases = new ArrayList<>();

    /** Broken forms of a submission that is right. */
    BrokenBodies(String good) {
        this.good = good;
    }

    /**
     * A body that must be refused.
     *
     * @param name what is wrong with it
     * @param type Content-Type; empty: none is sent
     * @param body what is sent
     * @param status that must be answered
     * @param code that must be answered
     */
    record Case(String name, String type, BodyPublisher body, int status, String code) {
        HttpRequest.Builder into(HttpRequest.Builder request) {
            return (type.isEmpty() ? request : request.header("Content-Type", type)).POST(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    List<Case> all() {
        cases.clear();
        wrappings();
        encodings();
        texts();
        sizes();
        return List.copyOf(cases);
    }

    private void wrappings() {
        add("plain text", "text/plain", utf8(good), 415, "HTTP-415");
        add("a form", "application/x-www-form-urlencoded", utf8("application=" + good), 415, "HTTP-415");
        add("XML", "application/xml", utf8("<application/>"), 415, "HTTP-415");
        add("no type that can be read", "application/json;;;=", utf8(good), 400, "HTTP-400");
        add("not even a type", "json", utf8(good), 400, "HTTP-400");
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + good + "\r\n--b--\r\n";
        add("many parts", "multipart/form-data; boundary=b", utf8(part), 415, "HTTP-415");
        add("many parts that are called JSON", JSON, utf8(part), 400, "HS-0101");
    }

    private void encodings() {
        add("GB 18030", JSON, good.getBytes(Charset.forName("GB18030")), 400, "HS-0107");
        add(
                "GB 18030, saying so",
                JSON + ";charset=GB18030",
                good.getBytes(Charset.forName("GB18030")),
                400,
                "HS-0107");
        add("UTF-16, little end first", JSON, ("\uFEFF" + good).getBytes(UTF_16LE), 400, "HS-0107");
        add("UTF-16, big end first", JSON + ";charset=UTF-16", ("\uFEFF" + good).getBytes(UTF_16BE), 400, "HS-0107");
        add("UTF-16 without a mark", JSON, "{\"a\":1}".getBytes(UTF_16LE), 400, "HS-0101");
        add("UTF-32", JSON, good.getBytes(Charset.forName("UTF-32")), 400, "HS-0107");
        byte[] cut = utf8(good);
        int han = good.substring(0, good.indexOf("测试")).getBytes(UTF_8).length;
        add("a character cut in two", JSON, with(cut, han + 1, (byte) ' '), 400, "HS-0107");
        add("an overlong slash", JSON, utf8(good, "路", new byte[] {(byte) 0xC0, (byte) 0xAF}), 400, "HS-0107");
        add(
                "a surrogate in UTF-8",
                JSON,
                utf8(good, "路", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                400,
                "HS-0107");
        add("gzip", JSON, gzip(utf8(good)), 400, "HS-0107");
        add("a mark of byte order alone", JSON, utf8("\uFEFF"), 400, "HS-0101");
    }

    private void texts() {
        add("nothing", JSON, new byte[0], 400, "HS-0101");
        add("blanks", JSON, utf8(" \r\n\t "), 400, "HS-0101");
        add("half", JSON, Arrays.copyOf(utf8(good), utf8(good).length / 2 / 3 * 3), 400, "HS-0101");
        add("twice", JSON, utf8(good + good), 400, "HS-0101");
        add("a zero byte behind it", JSON, utf8(good + "\0"), 400, "HS-0101");
        add("a zero byte in a name", JSON, utf8(good.replace("测试甲", "测\0甲")), 400, "HS-0101");
        add("an escaped zero in a name", JSON, utf8(good.replace("测试甲", "测\\u0000甲")), 400, "HS-0101");
        add("half a surrogate in a name", JSON, utf8(good.replace("测试甲", "测\\ud83d甲")), 400, "HS-0101");
        add("a list", JSON, utf8("[" + good + "]"), 400, "HS-0101");
        add("a text", JSON, utf8("\"测试甲\""), 400, "HS-0101");
        add("null", JSON, utf8("null"), 400, "HS-0101");
        add("not a number", JSON, utf8("NaN"), 400, "HS-0101");
        add("a comment", JSON, utf8("/* 测试甲 */" + good), 400, "HS-0101");
        add("every field twice", JSON, utf8(good.replaceAll("(\"[a-z]+\": \"[^\"]*\")", "$1, $1")), 400, "HS-0101");
        add("a script", JSON, utf8("<script>alert('测试甲')</script>"), 400, "HS-0101");
        add("broken and in chunks of no length", JSON, chunked(utf8(good.replace("m1", "m 1"))), 400, "HS-0101");
    }

    private void sizes() {
        add("lists in lists", JSON, utf8("[".repeat(500_000)), 400, "HS-0101");
        add("objects in objects", JSON, utf8("{\"a\":".repeat(100_000)), 400, "HS-0101");
        add("a huge exponent", JSON, utf8(good.replace("\"m1\"", "1e999999999")), 400, "HS-0101");
        add("half a megabyte of digits", JSON, utf8(good.replaceFirst("\"m1\"", "9".repeat(500_000))), 400, "HS-0101");
        add("half a megabyte of a name", JSON, utf8(good.replace("测试甲", "测".repeat(170_000))), 400, "HS-0101");
        add("half a megabyte of a field's name", JSON, utf8("{\"" + "q".repeat(500_000) + "\": 1}"), 400, "HS-0101");
        String fields =
                IntStream.range(0, 20_000).mapToObj(i -> "\"f" + i + "\":0").collect(Collectors.joining(","));
        add("twenty thousand fields", JSON, utf8("{" + fields + "}"), 400, "HS-0101");
        add(
                "a hundred thousand members",
                JSON,
                utf8(good.replace("\"members\": [", "\"members\": [" + "{},".repeat(100_000))),
                400,
                "HS-0101");
        add("two megabytes", JSON, utf8(good + " ".repeat(2 * MEGABYTE)), 413, "HS-0110");
        add(
                "two megabytes in chunks of no length",
                JSON,
                chunked(utf8(good + " ".repeat(2 * MEGABYTE))),
                413,
                "HS-0110");
        add("twelve megabytes", JSON, new byte[12 * MEGABYTE], 413, "HS-0110");
        add("twelve megabytes in chunks of no length", JSON, chunked(new byte[12 * MEGABYTE]), 413, "HS-0110");
    }

    private void add(String name, String type, byte[] body, int status, String code) {
        add(name, type, BodyPublishers.ofByteArray(body), status, code);
    }

    private void add(String name, String type, BodyPublisher body, int status, String code) {
        cases.add(new Case(name, type, body, status, code));
    }

    /** Sent without a length. */
    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** The text with these bytes in the place of a word. */
    private static byte[] utf8(String text, String word, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = text.indexOf(word);
        out.writeBytes(utf8(text.substring(0, at)));
        out.writeBytes(bytes);
        out.writeBytes(utf8(text.substring(at + word.length())));
        return out.toByteArray();
    }

    private static byte[] with(byte[] bytes, int at, byte other) {
        bytes[at] = other;
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
