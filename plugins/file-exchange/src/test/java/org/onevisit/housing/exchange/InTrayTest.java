package org.onevisit.housing.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class InTrayTest {
    private static final String FIVE = "a\n" + "1\n2\n3\n4\n5\n";

    @TempDir
    Path folder;

    private final FakeWork work = new FakeWork();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private long now = 1;
    private InTray tray = tray(false);

    @BeforeEach
    void listen() {
        logged.start();
        logger().setLevel(Level.TRACE);
        logger().addAppender(logged);
        tray = tray(false);
    }

    @AfterEach
    void noFileNameIsLogged() {
        logger().detachAppender(logged);
        assertThat(logged.list.toString()).doesNotContain("测试甲", ".csv");
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.onevisit.housing.exchange");
    }

    private InTray tray(boolean markerOnly) {
        return new InTray(settings(markerOnly), () -> now);
    }

    private InTray.Settings settings(boolean markerOnly) {
        return new InTray.Settings("test", folder, Set.of(".csv"), UTF_8, markerOnly, Duration.ofSeconds(10));
    }

    private Path lay(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void later() {
        now += TimeUnit.SECONDS.toNanos(10);
    }

    private void lookTwice() throws IOException {
        tray.look(work);
        later();
        tray.look(work);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.equals(".housing.lock"))
                    .toList());
        }
    }

    private List<Table.Row> answer(String name) throws Exception {
        String text = Files.readString(folder.resolve("done").resolve(name + ".outcome.csv"));
        return Table.read(text, new Csv(','), List.of("row", "outcome")).rows();
    }

    @Test
    @DisplayName("a file that is still growing waits; one that was quiet is worked on, answered, put aside")
    void halfWritten() throws Exception {
        Path file = lay("测试甲 一.csv", "a\n1\n2");
        tray.look(work);
        later();
        Files.writeString(file, "2\n3\n", StandardOpenOption.APPEND);
        tray.look(work);
        now += TimeUnit.SECONDS.toNanos(9);
        tray.look(work);
        assertThat(work.calls).isEmpty();
        later();
        tray.look(work);
        assertThat(work.effects).containsExactly("2:1", "3:22", "4:3");
        assertThat(names()).containsExactly("done/测试甲 一.csv", "done/测试甲 一.csv.outcome.csv");
        assertThat(answer("测试甲 一.csv"))
                .extracting(row -> row.get("row") + row.get("outcome") + row.get("text"))
                .containsExactly("2NEW'=文本, \"2\"\nx", "3NEW'=文本, \"3\"\nx", "4NEW'=文本, \"4\"\nx");
    }

    @Test
    @DisplayName("a file that changes in the same second and keeps its length waits all the same")
    void sameLength() throws Exception {
        Path file = lay("x.csv", FIVE);
        FileTime before = Files.getLastModifiedTime(file);
        tray.look(work);
        later();
        Files.writeString(folder.resolve("y.part"), FIVE.replace('1', '7'));
        Files.setLastModifiedTime(folder.resolve("y.part"), before);
        Files.move(folder.resolve("y.part"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        tray.look(work);
        assertThat(work.calls).isEmpty();
    }

    @Test
    @DisplayName("a marker makes a file whole at once, and where only markers count nothing else does")
    void markers() throws Exception {
        tray = tray(true);
        lay("x.csv", FIVE);
        for (int i = 0; i < 5; i++) {
            lookTwice();
        }
        assertThat(work.calls).isEmpty();
        lay("x.csv.ok", "");
        tray.look(work);
        assertThat(work.effects).hasSize(5);
        assertThat(names()).containsExactly("done/x.csv", "done/x.csv.ok", "done/x.csv.outcome.csv");
    }

    @Test
    @DisplayName("parts, hidden files and files of another kind are not looked at")
    void otherFiles() throws Exception {
        for (String name : List.of("x.csv.part", ".x.csv", "x.tmp", "readme.txt", "csv")) {
            lay(name, FIVE);
        }
        lookTwice();
        assertThat(names()).hasSize(5);
        assertThat(work.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "encoding", "large", "folder", "link", "columns"})
    @DisplayName(
            "a file that is none is refused with the reason, once, and stays as it is; when it has changed it is looked at anew")
    void refused(String how) throws Exception {
        Path file = folder.resolve("测试甲.csv");
        switch (how) {
            case "empty" -> Files.createFile(file);
            case "encoding" -> Files.write(file, "a\n张三".getBytes(Encodings.GB18030));
            case "large" -> Files.write(file, new byte[10 * 1024 * 1024]);
            case "folder" -> Files.createDirectory(file);
            case "link" -> Files.createSymbolicLink(file, Files.writeString(folder.resolve("elsewhere"), FIVE));
            default -> Files.writeString(file, "b\n1\n");
        }
        Object before = Files.isRegularFile(file) ? Files.readAllBytes(file) : how;
        lookTwice();
        Path reason = folder.resolve("测试甲.csv.refused");
        assertThat(Files.readString(reason)).contains("；", "; ", "bytes").doesNotContain("张三", "测试甲");
        FileTime answered = Files.getLastModifiedTime(reason);
        lookTwice();
        assertThat(Files.getLastModifiedTime(reason)).isEqualTo(answered);
        assertThat(Files.isRegularFile(file) ? Files.readAllBytes(file) : how).isEqualTo(before);
        assertThat(work.calls).isEmpty();
        Files.delete(file);
        Files.writeString(file, FIVE);
        lookTwice();
        assertThat(work.effects).hasSize(5);
        assertThat(reason).doesNotExist();
    }

    @Test
    @DisplayName("a name too long to be answered stands in nobody's way; one that can be told so is told")
    void longNames() throws Exception {
        lay("a" + "长".repeat(70) + ".csv", FIVE);
        lay("b" + "长".repeat(82) + ".csv", FIVE);
        lay("x.csv", FIVE);
        lookTwice();
        assertThat(work.calls).hasSize(5);
        assertThat(folder.resolve("a" + "长".repeat(70) + ".csv.refused"))
                .content()
                .contains("200");
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("in-tray test: 1 files cannot be worked on and are tried again");
    }

    @Test
    @DisplayName("a refusal goes when its file is taken back")
    void refusalGoes() throws Exception {
        Path file = lay("x.csv", "");
        lookTwice();
        assertThat(folder.resolve("x.csv.refused")).exists();
        Files.delete(file);
        tray.look(work);
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("a file that cannot be read says so, stays, and is taken when it can")
    void unreadable() throws Exception {
        boolean[] readable = {false};
        tray = new InTray(settings(false), () -> now, file -> {
            // what a file does that the host has no right to; a test that runs as root can read any
            if (!readable[0]) {
                throw new Content.UnreadableException();
            }
            return Content.of(file);
        });
        lay("测试甲.csv", FIVE);
        lookTwice();
        lookTwice();
        assertThat(Files.readString(folder.resolve("测试甲.csv.refused"))).contains("cannot be read");
        assertThat(logged.list).filteredOn(e -> e.getLevel() == Level.WARN).hasSize(1);
        readable[0] = true;
        tray.look(work);
        assertThat(names()).containsExactly("done/测试甲.csv", "done/测试甲.csv.outcome.csv");
    }

    @Test
    @DisplayName("reading a folder, or what is gone, names no file")
    void contentNamesNothing() {
        assertThatThrownBy(() -> Content.of(folder))
                .isInstanceOf(Content.UnreadableException.class)
                .hasMessageNotContaining(folder.toString())
                .hasNoCause();
    }

    @Test
    @DisplayName(
            "a kill at the n-th piece, for every n: after a restart nothing is lost, and no piece but that one comes again")
    void killedAtEveryPiece() throws Exception {
        for (Consumer<int[]> when : List.<Consumer<int[]>>of(
                n -> work.killBefore = call -> call == n[0], n -> work.killAfter = call -> call == n[0])) {
            int n = 0;
            boolean killed = true;
            while (killed) {
                n++;
                work.effects.clear();
                work.calls.clear();
                work.killBefore = call -> false;
                work.killAfter = call -> false;
                when.accept(new int[] {n});
                lay("x.csv", FIVE);
                tray = tray(false);
                killed = false;
                try {
                    lookTwice();
                } catch (FakeWork.Kill e) {
                    killed = true;
                }
                tray = tray(false); // the restart
                lookTwice();
                assertThat(work.effects).containsExactly("2:1", "3:2", "4:3", "5:4", "6:5");
                assertThat(work.calls).as("kill " + n).hasSize(killed ? 6 : 5);
                String name = n == 1 ? "x.csv" : "x-" + n + ".csv";
                assertThat(answer(name)).extracting(row -> row.get("row")).containsExactly("2", "3", "4", "5", "6");
                deleteDone(n);
            }
            assertThat(n).isEqualTo(6);
        }
    }

    private void deleteDone(int n) throws IOException {
        // names of the next round follow on those of this one
        assertThat(folder.resolve("done/x.csv")).exists();
        if (n == 6) {
            for (String name : names()) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    @Test
    @DisplayName("a kill while the progress is written: what was torn off is not read")
    void tornProgress() throws Exception {
        work.killAfter = call -> call == 3;
        lay("x.csv", FIVE);
        assertThatThrownBy(this::lookTwice).isInstanceOf(FakeWork.Kill.class);
        Path progress = folder.resolve("x.csv.progress");
        byte[] whole = Files.readAllBytes(progress);
        for (int cut = whole.length; cut >= 0; cut--) {
            Files.write(progress, java.util.Arrays.copyOf(whole, cut));
            FakeWork again = new FakeWork();
            again.killBefore = call -> call == 4;
            tray = tray(false);
            lay("x.csv.ok", "");
            try {
                tray.look(again);
            } catch (FakeWork.Kill e) {
                assertThat(again.calls).hasSize(4);
            }
            assertThat(again.effects).as("cut at " + cut).contains("4:3");
            if (Files.exists(folder.resolve("done/x.csv"))) {
                assertThat(answer("x.csv")).hasSize(5);
                Files.move(folder.resolve("done/x.csv"), folder.resolve("x.csv"));
                Files.deleteIfExists(folder.resolve("done/x.csv.ok"));
            }
        }
    }

    @Test
    @DisplayName("a kill between answer, file and marker: it ends in the same place, once")
    void killedWhilePuttingAside() throws Exception {
        lay("x.csv", FIVE);
        lay("x.csv.ok", "");
        tray.look(work);
        Set<String> end = names();
        // after the answer, before the file
        Files.move(folder.resolve("done/x.csv"), folder.resolve("x.csv"));
        Files.move(folder.resolve("done/x.csv.ok"), folder.resolve("x.csv.ok"));
        tray(false).look(work);
        assertThat(names()).isEqualTo(end);
        // after the file, before the marker and the progress
        Files.move(folder.resolve("done/x.csv.ok"), folder.resolve("x.csv.ok"));
        lay("x.csv.progress", "x\n");
        tray(false).look(work);
        assertThat(names()).isEqualTo(end);
    }

    @Test
    @DisplayName("a piece that fails is tried again, and the others go on")
    void failuresAreTriedAgain() throws Exception {
        lay("x.csv", FIVE);
        work.failsOn = row -> row == 3;
        lookTwice();
        assertThat(work.effects).containsExactly("2:1", "4:3", "5:4", "6:5");
        assertThat(names()).containsExactly("x.csv", "x.csv.progress");
        work.failsOn = row -> false;
        tray.look(work);
        assertThat(work.calls).hasSize(6);
        assertThat(answer("x.csv")).extracting(row -> row.get("outcome")).containsOnly("NEW");
        assertThat(logged.list)
                .filteredOn(e -> e.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "in-tray test: 1 rows or more are not done and are tried again: IllegalStateException");
    }

    @Test
    @DisplayName("when everything fails, it is not tried thousands of times a look")
    void givesUpForThisLook() throws Exception {
        work.failsOn = row -> true;
        lay("x.csv", "a\n" + "1\n".repeat(2000));
        lookTwice();
        assertThat(work.calls).hasSize(50);
    }

    @Test
    @DisplayName("an interrupt ends the look; the next one goes on from there")
    void interrupted() throws Exception {
        lay("x.csv", FIVE);
        work.killAfter = call -> {
            if (call == 2) {
                Thread.currentThread().interrupt();
            }
            return false;
        };
        lookTwice();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(work.calls).hasSize(2);
        tray.look(work);
        assertThat(work.calls).hasSize(5);
        assertThat(answer("x.csv")).extracting(row -> row.get("outcome")).containsOnly("NEW");
    }

    @Test
    @DisplayName("a file that comes again is answered again, beside the first")
    void repeatedFile() throws Exception {
        for (int i = 0; i < 3; i++) {
            lay("x.csv", FIVE);
            lookTwice();
        }
        assertThat(names())
                .contains("done/x.csv", "done/x-2.csv", "done/x-3.csv", "done/x-3.csv.outcome.csv")
                .hasSize(6);
        assertThat(answer("x-3.csv")).extracting(row -> row.get("outcome")).containsOnly("AGAIN");
        assertThat(Answers.given(settings(false))).hasSize(15);
    }

    @Test
    @DisplayName("one looks at a time, of all processes that do")
    void oneAtATime() throws Exception {
        lay("x.csv", FIVE);
        tray.look(work);
        later();
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".housing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            tray.look(work);
            assertThat(work.calls).isEmpty();
        }
        tray.look(work);
        assertThat(work.calls).hasSize(5);
    }

    @Test
    @DisplayName("a folder that is not there is an error, and is not made")
    void noFolder() throws IOException {
        Files.delete(folder);
        assertThatThrownBy(() -> tray.look(work)).isInstanceOf(IOException.class);
        assertThat(folder).doesNotExist();
        Files.createDirectory(folder);
    }

    @Test
    @DisplayName("a file that goes on growing after it was read is not put aside half done")
    void growsAfterwards() throws Exception {
        Path file = lay("x.csv", FIVE);
        work.killAfter = call -> {
            if (call == 5) {
                append(file);
            }
            return false;
        };
        lookTwice();
        assertThat(file).exists();
        work.killAfter = call -> false;
        lookTwice();
        assertThat(work.effects).contains("7:6").hasSize(6);
        assertThat(IntStream.range(0, 6).boxed()).hasSameSizeAs(answer("x.csv"));
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "6\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
