package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.readme.Guide;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.JournalEntry;

/** From submission to a dossier that nobody can read any more, in a real host; and an old backup does not bring it back. */
@Timeout(300)
class ErasureHostTest {
    private static final Path VERIFIER = Path.of("verifier/target/housing-verifier.jar");
    private static final Guide GUIDE = Guide.of("docs/operate.md");
    private final FakeClock clock = new FakeClock("2026-11-27T06:00:00Z");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        data = folder.resolve("data");
        kept = Files.createDirectories(folder.resolve("kept"));
        Path home = Files.createDirectories(folder.resolve("home/verifier"));
        Files.copy(VERIFIER, home.resolve("housing-verifier.jar"));
        System.setProperty("housing.home", folder.resolve("home").toString());
    }

    @Test
    @DisplayName(
            "withdrawn, kept for its years, erased: the file holds neither key nor content, the verifier passes, a backup from"
                    + " before stays erased")
    void erasedForGood() throws Exception {
        ApplicationNumber number = withdrawn();
        List<byte[]> secrets = secrets(number);
        assertThat(secrets).as("the key, the state, a paper").hasSize(3);
        assertThat(secrets).allMatch(this::onDisk);
        assertThat(run("backup", folder.resolve("before").toString(), "--data", data.toString()))
                .as(err.toString())
                .isZero();
        clock.pass(Duration.ofDays(3654));
        try (HousingHost host = host(data)) {
            assertErasedByCommand(host, number);
            assertErased(host, number);
            assertThat(told(host, number, "/erasure")).isEqualTo(200);
            assertThat(told(host, number, "")).isEqualTo(410);
            assertThat(secrets).as("while the host runs").noneMatch(this::onDisk);
            host.runDue();
        }
        assertThat(secrets).as("after the host has ended").noneMatch(this::onDisk);
        assertThat(run("verify", data.toString())).as(err.toString()).isZero();
        assertThat(run("verify", folder.resolve("before").toString())).isZero();

        Files.copy(data.resolve("master.key"), kept.resolve("master.key"));
        Files.copy(data.resolve("erased.list"), kept.resolve("erased.list"));
        Path again = folder.resolve("again");
        assertThat(restore(again)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("is erased again when the host starts");
        try (HousingHost host = host(again)) {
            assertErased(host, number);
        }
        data = again;
        assertThat(secrets).as("after the restored host has ended").noneMatch(this::onDisk);
        assertThat(run("verify", again.toString())).as(err.toString()).isZero();
    }

    @Test
    @DisplayName(
            "restored without the list: refused and nothing written, unless the operator says so; then it says what comes back")
    void withoutTheList() throws Exception {
        withdrawn();
        assertThat(run("backup", folder.resolve("before").toString(), "--data", data.toString()))
                .isZero();
        Files.copy(data.resolve("master.key"), kept.resolve("master.key"));
        assertThat(run(
                        "restore",
                        folder.resolve("before").toString(),
                        "--key",
                        kept.resolve("master.key").toString(),
                        "--erased",
                        kept.resolve("nowhere").toString(),
                        "--data",
                        folder.resolve("again").toString()))
                .isEqualTo(1);
        assertThat(restore(folder.resolve("again"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no list of erasures", "--without-erasures");
        Path empty = Files.writeString(kept.resolve("empty.list"), "\n");
        assertThat(restore(folder.resolve("again"), "--erased", empty.toString()))
                .isEqualTo(1);
        assertThat(restore(folder.resolve("again"), "--erased", empty.toString(), "--without-erasures"))
                .isEqualTo(1);
        assertThat(folder.resolve("again")).doesNotExist();
        assertThat(restore(folder.resolve("again"), "--without-erasures"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("restored WITHOUT a list of erasures");
    }

    private int restore(Path target, String... more) {
        String key = kept.resolve("master.key").toString();
        return run(Stream.concat(
                        Stream.of(
                                "restore",
                                folder.resolve("before").toString(),
                                "--key",
                                key,
                                "--data",
                                target.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void assertErasedByCommand(HousingHost host, ApplicationNumber number) throws IOException {
        Files.writeString(
                data.resolve("housing.url"), host.address().orElseThrow().toString());
        List<String[]> asTheGuideSays = GUIDE.blocks("sh").stream()
                .filter(block -> block.contains("./housing erase "))
                .flatMap(String::lines)
                .map(line -> arguments(line, number))
                .toList();
        assertThat(asTheGuideSays).hasSize(2);
        assertThat(run("erase", number.value(), "--data", data.toString())).isEqualTo(1);
        assertThat(run(asTheGuideSays.get(0))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("can be erased");
        assertThat(clerk(host).find(number).step()).isEqualTo(Step.WITHDRAWN);
        assertThat(run(asTheGuideSays.get(1))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("was erased at", "by console", "erased.list");
        assertThat(run("erase", number.value(), "--data", data.toString(), "--reason", "x", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"reasons\":\"保管期满，批准文号〔2036〕12号\"");
    }

    private String[] arguments(String line, ApplicationNumber number) {
        Matcher parts = Pattern.compile("\\./housing erase \\S+ (\\S+)(?: \"([^\"]+)\")?")
                .matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        return Stream.of("erase", number.value(), parts.group(1), parts.group(2), "--data", data.toString())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private void assertErased(HousingHost host, ApplicationNumber number) {
        assertThatThrownBy(() -> clerk(host).find(number))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERASED));
        assertThat(clerk(host)
                        .list(Optional.empty(), Optional.empty(), false, "", 10)
                        .items())
                .extracting(ApplicationSummary::step)
                .containsExactly(Step.ERASED);
        assertThat(clerk(host).journal(number))
                .extracting(JournalEntry::type)
                .startsWith("SUBMITTED")
                .endsWith("WITHDRAWN", "ERASED");
    }

    /** Status of what REST answers. */
    private int told(HousingHost host, ApplicationNumber number, String what) throws Exception {
        String token = Files.readString(data.resolve("console.key")).strip();
        URI uri = URI.create(host.address().orElseThrow() + "/api/v1/applications/" + number + what);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private ApplicationNumber withdrawn() throws IOException {
        try (HousingHost host = host(data)) {
            String sample = Files.readString(Path.of("src", "dist", "samples", "accepted.json"))
                    .replaceAll("\"signedOn\"\\s*:\\s*\"[^\"]*\"", "\"signedOn\": \"" + host.today() + "\"");
            ApplicationNumber number =
                    clerk(host).submit(host.readSubmission(sample), "k-1").number();
            String document =
                    clerk(host).find(number).application().documents().get(0).id();
            clerk(host).attach(number, document, ("%PDF-" + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
            clerk(host).accept(number);
            host.runDue();
            clerk(host).perform(number, new Command.Withdraw("自愿"));
            host.runDue();
            return number;
        }
    }

    /** What the file holds of the application and must not hold any more: its wrapped key, its sealed state, its sealed paper. */
    private List<byte[]> secrets(ApplicationNumber number) throws Exception {
        List<byte[]> secrets = new ArrayList<>();
        String[] queries = {
            "SELECT wrapped_key FROM application WHERE number = '%s'",
            "SELECT sealed FROM application WHERE number = '%s'",
            "SELECT sealed FROM attachment WHERE number = '%s'"
        };
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("store/housing.db"));
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query.formatted(number))) {
                    while (rows.next()) {
                        byte[] bytes = rows.getBytes(1);
                        secrets.add(java.util.Arrays.copyOf(bytes, Math.min(60, bytes.length)));
                    }
                }
            }
        }
        return secrets;
    }

    private boolean onDisk(byte[] secret) {
        try (Stream<Path> files = Files.walk(data.resolve("store"))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, secret));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, byte[] secret) {
        try {
            return Bytes.indexOf(Files.readAllBytes(file), secret) >= 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HousingHost host(Path where) {
        return HousingHost.in(where)
                .pack("pinghu")
                .clock(clock)
                .http(0)
                .singleThread()
                .patience(Duration.ofMillis(500))
                .evenIncomplete()
                .start();
    }

    private static ApprovalService clerk(HousingHost host) {
        return host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482")));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
