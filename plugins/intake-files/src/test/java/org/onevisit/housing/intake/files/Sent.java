package org.onevisit.housing.intake.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.onevisit.housing.model.ResidentId;

/** What another system sends, and the folders that it sends it through. People in it do not exist. */
final class Sent {
    static final String HEADER = "reference,receivedAt,mobile,notices,residenceDivision,address,householdDocuments,"
            + "member,name,relation,identity,registerDivision,registerSince,maritalStatus,guardian,documents,seenBy,signedOn\r\n";
    static final String RECEIVED = "2026-11-27T15:20:00+08:00";
    private final Path folder;

    Sent(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(in());
        Files.createDirectories(out());
    }

    Path in() {
        return folder.resolve("in");
    }

    Path out() {
        return folder.resolve("out");
    }

    /** The channel, as after a start. */
    FilesChannel channel() {
        return channel(Map.of());
    }

    /** The same, configured otherwise. */
    FilesChannel channel(Map<String, Object> other) {
        Map<String, Object> set = new HashMap<>(Map.of(
                "window", "civil-affairs", "division", "330482", "in", in().toString(), "out", out().toString()));
        set.putAll(other);
        return new FilesChannel(FakeConfig.of(set), System::nanoTime);
    }

    /** Lays down a file that is whole. */
    void lay(String name, String text, Charset charset) throws IOException {
        Files.write(in().resolve(name), text.getBytes(charset));
        Files.createFile(in().resolve(name + ".ok"));
    }

    /** A number that belongs to nobody: the area is assigned to no place. */
    static String identity(int n) {
        String seventeen = "33049919900307%03d".formatted(n);
        return seventeen + ResidentId.checkDigit(seventeen);
    }

    /** A household of one. */
    static String single(String reference, int n) {
        return single(reference, identity(n));
    }

    static String single(String reference, String identity) {
        return String.join(
                        ",",
                        reference,
                        RECEIVED,
                        "13800000000",
                        "SMS|PAPER",
                        "330482001",
                        "测试路1号",
                        "APPLICATION_FORM|ECONOMIC_STATUS_INQUIRY_FORM",
                        "m1",
                        "测试甲",
                        "SELF",
                        identity,
                        "330482001",
                        "2015-06-01",
                        "UNMARRIED",
                        "",
                        "ID_CARD|HOUSEHOLD_REGISTER",
                        "zhang-7",
                        "2026-11-27")
                + "\r\n";
    }

    /** So many households, references R-1 and so on. */
    static String households(int count) {
        return HEADER
                + String.join(
                        "",
                        IntStream.rangeClosed(1, count)
                                .mapToObj(n -> single("R-" + n, n))
                                .toList());
    }

    /** An envelope with a submission as short as the fake door bears it. */
    static String envelope(String reference, int n) {
        return """
                {"reference": "%s", "submission": {"intake": {"channel": "intake-files", "window": "civil-affairs",
                "receivedAt": "%s"}, "household": {"members": [{"id": "m1", "name": "测试甲", "relation": "SELF",
                "identity": {"kind": "RESIDENT_ID", "number": "%s"}}]}}}""".formatted(reference, RECEIVED, identity(n));
    }

    /** The lines of an answer: row, reference, outcome, number, pointer, code. */
    List<String> answer(String name, Charset charset) throws IOException {
        String text = Files.readString(in().resolve("done").resolve(name + ".outcome.csv"), charset);
        return text.lines()
                .skip(1)
                .map(line -> String.join(" ", List.of(line.split(",", -1)).subList(0, 6))
                        .strip())
                .toList();
    }
}
