package org.onevisit.housing.agency.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.testkit.verification.KitInquiry;

/** A real-estate registry that exchanges files, with its two folders and its own names for things. */
final class FakeAgency {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final String HEADER = "流水号,序号,证件号码,查询结果,截止日,套数,面积\r\n";
    private final Path folder;

    private FakeAgency(Path folder) {
        this.folder = folder;
    }

    /** The agency with its folders below this one, if they are there. */
    static FakeAgency at(Path folder) {
        return new FakeAgency(folder);
    }

    /** Its folders are there. */
    void open() {
        try {
            Files.createDirectories(out());
            Files.createDirectories(in());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its folders cannot be reached. */
    void close() {
        try {
            Files.move(folder.resolve("out"), folder.resolve("unmounted"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path out() {
        return folder.resolve("out");
    }

    Path in() {
        return folder.resolve("in");
    }

    /** The configuration for it. */
    Map<String, Object> configuration() {
        return new HashMap<>(Map.of(
                "check",
                "homes",
                "agency",
                "real-estate",
                "out",
                out().toString(),
                "in",
                in().toString(),
                "charset",
                "GB18030",
                "supplies",
                new String[] {"home.count", "home.floorArea", "home.transferredOn"},
                "needs",
                new String[] {"NAME", "RESIDENT_ID"},
                "columns",
                new String[] {
                    "INQUIRY=流水号",
                    "PERSON=序号",
                    "NAME=姓名",
                    "RESIDENT_ID=证件号码",
                    "DUE_BY=答复期限",
                    "RESULT=查询结果",
                    "AS_OF=截止日",
                    "home.count=套数",
                    "home.floorArea=面积"
                },
                "found",
                new String[] {"有"},
                "nothing",
                new String[] {"查无"}));
    }

    /** A check of it, as after a start. */
    FilesCheck check() {
        return check(Map.of("cannot", new String[] {"档案迁移中"}));
    }

    /** The same, configured otherwise. */
    FilesCheck check(Map<String, Object> other) {
        Map<String, Object> set = configuration();
        set.putAll(other);
        Clock today = Clock.fixed(
                KitInquiry.TODAY.atTime(9, 0).atZone(WorkCalendar.ZONE).toInstant(), WorkCalendar.ZONE);
        return new FilesCheck(FakeConfig.of(set), today, System::nanoTime);
    }

    /** Puts down an answer file that is whole. */
    void answers(String name, String rows) {
        answers(name, (HEADER + rows).getBytes(GB18030));
    }

    /** Puts down a file of these bytes that is whole. */
    void answers(String name, byte[] bytes) {
        try {
            Files.write(in().resolve(name), bytes);
            Files.createFile(in().resolve(name + ".ok"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every question that was laid down, one home of 48 square metres each. */
    void answersEverything() {
        StringBuilder rows = new StringBuilder();
        questions().values().forEach(question -> question.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",");
            rows.append("%s,%s,%s,有,%s,1,48.00\r\n".formatted(cells[0], cells[1], cells[2], KitInquiry.TODAY));
        }));
        answers("answers.csv", rows.toString());
    }

    /** Questions as they lie there, by name. */
    Map<String, String> questions() {
        Map<String, String> questions = new TreeMap<>();
        try (Stream<Path> files = Files.list(Files.isDirectory(out()) ? out() : folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                questions.put(file.getFileName().toString(), Files.readString(file, GB18030));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }

    /** Row and outcome of each line of an answer to an answer. */
    List<String> outcomes(String name) {
        try {
            String text = Files.readString(in().resolve("done").resolve(name + ".outcome.csv"), GB18030);
            assertThat(text.lines().findFirst()).hasValue("row,outcome,reason,reason_en");
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",")[0] + " " + line.split(",")[1])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A day as the registry writes it. */
    static LocalDate today() {
        return KitInquiry.TODAY;
    }
}
