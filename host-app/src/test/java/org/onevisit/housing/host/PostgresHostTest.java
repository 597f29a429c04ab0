package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.readme.Guide;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.Receipt;

/** Hosts whose applications are in PostgreSQL: a real server, the files of docs/operate.md, everything that travels in the host. */
@Timeout(180)
class PostgresHostTest {
    private static final Guide GUIDE = Guide.of("docs/operate.md");
    private static final String SETTINGS = "org.onevisit.housing.store.postgresql.json";
    private static final String PASSWORD = "s3cret-of-the-role";
    private static final Division COUNTY = Division.of("330482");
    private static EmbeddedPostgres server;
    private static int databases;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Clock.systemUTC(), Duration.ZERO);
    private String database = "";

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    @DisplayName("an application goes from submission to acceptance, and is there after a restart")
    void acceptedAndFoundAgain() throws Exception {
        createDatabase();
        Path data = site("one");
        ApplicationNumber number;
        try (HousingHost host = start(data)) {
            assertThat(host.plugins()).extracting("name").contains("org.onevisit.housing.store-postgresql");
            assertThat(host.plugins()).extracting("name").doesNotContain("org.onevisit.housing.store-sqlite");
            Receipt receipt = clerk(host).submit(host.readSubmission(sample(host)), "ruoyi-4711");
            number = receipt.number();
            clerk(host).accept(number);
        }
        try (HousingHost host = start(data)) {
            assertThat(clerk(host).find(number).step()).isEqualTo(Step.CHECKING);
            assertThat(host.engine().eventsAfter(0, 100)).isNotEmpty();
        }
        assertThat(data.resolve("store").resolve("housing.db")).doesNotExist();
    }

    @Test
    @DisplayName("two hosts over one database serve the same application, each in turn, and follow the same journal")
    void twoHosts() throws Exception {
        createDatabase();
        Path first = site("first");
        Path second = site("second");
        try (HousingHost one = start(first)) {
            Files.copy(first.resolve("master.key"), second.resolve("master.key"));
            try (HousingHost two = start(second)) {
                ApplicationNumber number =
                        clerk(one).submit(one.readSubmission(sample(one)), "").number();
                assertThat(clerk(two).find(number).step()).isEqualTo(Step.RECEIVED);
                clerk(two).accept(number);
                assertThat(clerk(one).find(number).step()).isEqualTo(Step.CHECKING);
                assertThat(clerk(one)
                                .list(Optional.of(Stage.VERIFICATION), Optional.empty(), false, "", 10)
                                .items())
                        .hasSize(1);
                clerk(one).perform(number, new Command.Withdraw("自愿"));
                assertThatThrownBy(() -> clerk(two).perform(number, new Command.Withdraw("再次")))
                        .hasMessageContaining("WITHDRAW");
                assertThat(clerk(two).find(number).step()).isEqualTo(Step.WITHDRAWN);
                List<String> journal = clerk(two).journal(number).stream()
                        .map(entry -> entry.type())
                        .toList();
                assertThat(journal).startsWith("SUBMITTED", "ACCEPTED").endsWith("WITHDRAWN");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> two.engine().eventsAfter(0, 100).size()
                                == one.engine().eventsAfter(0, 100).size());
            }
        }
    }

    @Test
    @DisplayName(
            "erased by one host: key, content and traces are gone from the tables, for the host beside it and after a restart")
    void erasedForGood() throws Exception {
        createDatabase();
        Path first = site("erasing");
        Path second = site("beside");
        ApplicationNumber number;
        try (HousingHost one = start(first)) {
            Files.copy(first.resolve("master.key"), second.resolve("master.key"));
            number = withdrawn(one);
            assertThat(kept(number)).doesNotContainValue(0L);
            try (HousingHost two = start(second)) {
                assertThat(clerk(two).find(number).step()).isEqualTo(Step.WITHDRAWN);
                clock.moveTo(clock.instant().plus(Duration.ofDays(3654)));
                one.engine()
                        .maintenanceFor(Actor.officer("li-3", Role.OPERATOR, COUNTY))
                        .erase(number, "保管期满，批准文号〔2036〕12号");
                assertThat(kept(number))
                        .allSatisfy((what, count) -> assertThat(count).as(what).isZero());
                assertErased(one, number);
                assertErased(two, number);
                two.runDue();
                assertThat(second.resolve("erased.list")).content().contains(number.value());
            }
            assertThat(first.resolve("erased.list")).content().contains(number.value());
        }
        try (HousingHost again = start(first)) {
            assertErased(again, number);
        }
    }

    private static ApplicationNumber withdrawn(HousingHost host) throws IOException {
        ApplicationNumber number =
                clerk(host).submit(host.readSubmission(sample(host)), "key-1").number();
        String document =
                clerk(host).find(number).application().documents().get(0).id();
        clerk(host).attach(number, document, ("%PDF-" + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        clerk(host).accept(number);
        clerk(host).perform(number, new Command.Withdraw("自愿"));
        return number;
    }

    /** What the tables hold of an application and must not hold any more once it is erased: how many rows of each kind. */
    private Map<String, Long> kept(ApplicationNumber number) throws SQLException {
        Map<String, Long> kept = new TreeMap<>();
        Map<String, String> asked = Map.of(
                "key", "application WHERE length(wrapped_key) > 0 AND number = ?",
                "index", "found_under WHERE number = ?",
                "idempotency", "used_key WHERE number = ?",
                "paper", "attachment WHERE number = ?");
        try (Connection connection = server.getDatabase("postgres", database).getConnection()) {
            for (Map.Entry<String, String> each : asked.entrySet()) {
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM housing." + each.getValue())) {
                    statement.setString(1, number.value());
                    ResultSet rows = statement.executeQuery();
                    rows.next();
                    kept.put(each.getKey(), rows.getLong(1));
                }
            }
        }
        return kept;
    }

    private static void assertErased(HousingHost host, ApplicationNumber number) {
        assertThatThrownBy(() -> clerk(host).find(number))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERASED));
        assertThat(clerk(host).journal(number))
                .extracting(entry -> entry.type())
                .startsWith("SUBMITTED")
                .endsWith("WITHDRAWN", "ERASED");
    }

    @Test
    @DisplayName("a host whose server is not there does not start, and the password is told nowhere")
    void serverIsNotThere() throws Exception {
        createDatabase();
        Path data = site("alone");
        Files.writeString(data.resolve("etc").resolve(SETTINGS), """
                {"url": "jdbc:postgresql://127.0.0.1:1/%s", "user": "housing", "password": "%s"}
                """.formatted(database, PASSWORD));
        assertThatThrownBy(() -> HousingHost.in(data)
                        .pack("pinghu")
                        .patience(Duration.ofSeconds(2))
                        .start())
                .hasMessageContaining("the core has not started")
                .satisfies(e -> assertThat(Throwables.getStackTraceAsString(e)).doesNotContain(PASSWORD));
    }

    /** As the guide says, with a name and a password of its own. */
    private void createDatabase() throws Exception {
        database = "housing_" + ++databases;
        String[] statements = GUIDE.blocks("sql").get(0).split(";\\s*");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : databases == 1 ? List.of(statements) : List.of(statements[1])) {
                statement.execute(each.replace("'a long one'", "'" + PASSWORD + "'")
                        .replace("DATABASE housing", "DATABASE " + database));
            }
        }
    }

    /** A data folder with the files of the guide. */
    private Path site(String name) throws IOException {
        Path data = folder.resolve(name);
        Path etc = Files.createDirectories(data.resolve("etc"));
        Path password = Files.writeString(data.resolve("store.password"), PASSWORD + "\n");
        List<String> files = GUIDE.blocks("json");
        Files.writeString(etc.resolve("host.json"), files.get(files.size() - 2).replace("\"port\": 8080, ", ""));
        Files.writeString(
                etc.resolve(SETTINGS),
                files.get(files.size() - 1)
                        .replace("5432/housing", server.getPort() + "/" + database)
                        .replace("/srv/housing/store.password", password.toString()));
        return data;
    }

    private HousingHost start(Path data) {
        return HousingHost.in(data)
                .clock(clock)
                .patience(Duration.ofMillis(500))
                .evenIncomplete()
                .start();
    }

    private static ApprovalService clerk(HousingHost host) {
        return host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, COUNTY));
    }

    /** A sample that is handed out with the host, signed on the host's day. */
    private static String sample(HousingHost host) throws IOException {
        LocalDate today = host.today();
        return Files.readString(Path.of("src", "dist", "samples", "accepted.json"))
                .replaceAll("\"signedOn\"\\s*:\\s*\"[^\"]*\"", "\"signedOn\": \"" + today + "\"");
    }
}
