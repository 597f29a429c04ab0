package org.onevisit.housing.host.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.readme.BookKey.BookState;
import org.onevisit.housing.model.ApplicationNumber;

/** docs/journal-format.md is enough to check and to open what a real host has stored. */
@Timeout(180)
class JournalByTheBookTest {
    private static final Guide BOOK = Guide.of("docs/journal-format.md");
    private static final Path SCHEMAS =
            Path.of("../plugins/store-sqlite/src/main/resources/org/onevisit/housing/store/sqlite");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** This format's; a later one has a folder of its own. */
    private static final Path GOLDEN =
            Path.of("../housing-core/src/test/resources/org/onevisit/housing/core/journal/format-3");

    private static Map<String, ApplicationNumber> histories = Map.of();

    @TempDir
    static Path data;

    @TempDir
    Path copies;

    @BeforeAll
    static void aHostWithFiveApplications() throws IOException {
        histories = Histories.in(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "refused", "approved-after-objections", "award-and-review"})
    @DisplayName("the histories of this format are kept for later ones; none is ever written over")
    void historiesAreKept(String name) throws Exception {
        Path golden = GOLDEN.resolve(name + ".json");
        if ("update".equals(System.getProperty("housing.golden"))) {
            try (Connection store = open(data.resolve("store/housing.db"))) {
                String number = Objects.requireNonNull(histories.get(name)).value();
                GoldenRecord.keep(
                        golden,
                        Files.readString(data.resolve("master.key")),
                        bytes(store, "wrapped_key", number),
                        bytes(store, "sealed", number),
                        BookEntry.of(store, number));
            }
        }
        assertThat(golden)
                .as("record it with -Dhousing.golden=update, and read it before it is committed")
                .exists();
    }

    @Test
    @DisplayName("every chain value is what the document's rule gives, without a key")
    void chainsHold() throws Exception {
        try (Connection store = open(data.resolve("store/housing.db"))) {
            assertThat(applications(store)).hasSize(5);
            int count = 0;
            for (String number : applications(store)) {
                List<BookEntry> chain = BookEntry.of(store, number);
                assertThat(BookEntry.fault(chain)).as(number).isEmpty();
                count += chain.size();
            }
            assertThat(count).isGreaterThan(50);
        }
    }

    @Test
    @DisplayName("every header holds the fields that the document lists, in its order; what is empty is left out")
    void headersAreAsListed() throws Exception {
        List<String> entry = listed("header");
        List<String> event = listed("event");
        BookKey key = key();
        Set<String> seen = new HashSet<>();
        try (Connection store = open(data.resolve("store/housing.db"))) {
            for (String number : applications(store)) {
                for (BookEntry row : BookEntry.of(store, number)) {
                    JsonNode header = JSON.readTree(row.header());
                    assertThat(ImmutableList.copyOf(header.fieldNames())).containsExactlyElementsOf(entry);
                    assertThat(header.get("v").asInt()).isEqualTo(3);
                    assertThat(header.get("alg").asText()).isEqualTo("A256GCM");
                    assertThat(header.get("chain").asText()).isEqualTo("SHA-256");
                    assertThat(header.get("kid").asText()).isEqualTo(key.id());
                    assertThat(header.get("events")).isNotEmpty();
                    for (JsonNode one : header.get("events")) {
                        List<String> fields = ImmutableList.copyOf(one.fieldNames());
                        assertThat(fields)
                                .contains("type")
                                .containsExactlyElementsOf(
                                        event.stream().filter(one::has).toList());
                        assertThat(one.properties())
                                .noneMatch(field -> field.getValue().isEmpty()
                                        && !field.getValue().isValueNode());
                        seen.addAll(fields);
                    }
                    assertThat(header.get("events").get(0).has("step")).isTrue();
                    assertThat(header.get("events").get(0).has("at")).isFalse();
                }
            }
        }
        assertThat(event).containsAll(seen);
        assertThat(seen).contains("type", "step", "actor", "stamp", "facts", "outcomes");
    }

    private static List<String> listed(String kind) throws IOException {
        return BOOK.text()
                .lines()
                .filter(line -> line.matches("\\| `[a-z]+` \\|.*\\(" + kind + "\\).*"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    @Test
    @DisplayName("every sealed part opens with the key file, and the state stands on the end of its chain")
    void sealedPartsOpen() throws Exception {
        int entriesSince = 0;
        try (Connection store = open(data.resolve("store/housing.db"))) {
            for (String number : applications(store)) {
                byte[] key = key().dossierKey(number, bytes(store, "wrapped_key", number));
                List<BookEntry> chain = BookEntry.of(store, number);
                for (BookEntry entry : chain) {
                    JsonNode opened = JSON.readTree(BookKey.json(BookKey.open(key, entry.sealed(), entry.place())));
                    assertThat(opened.isArray()).isTrue();
                    assertThat(opened)
                            .hasSameSizeAs(JSON.readTree(entry.header()).get("events"));
                }
                BookState state = BookState.open(key, bytes(store, "sealed", number), number);
                BookEntry last = chain.get(chain.size() - 1);
                assertThat(state.sequence()).isEqualTo(last.sequence());
                assertThat(state.head()).isEqualTo(last.hash());
                assertThat(JSON.readTree(state.dates()).has("calendar")).isTrue();
                int whole = chain.size() - state.since().size();
                assertThat(state.state().isEmpty()).isEqualTo(whole == 0);
                if (whole > 0) {
                    assertThat(JSON.readTree(state.state()).at("/step").asText())
                            .isEqualTo(lastStep(chain.get(whole - 1)));
                }
                for (int i = whole; i < chain.size(); i++) {
                    assertThat(state.since().get(i - whole).heading()).isEqualTo(heading(chain.get(i)));
                    assertThat(state.since().get(i - whole).events())
                            .isEqualTo(BookKey.json(BookKey.open(
                                    key, chain.get(i).sealed(), chain.get(i).place())));
                }
                entriesSince += state.since().size();
            }
        }
        assertThat(entriesSince).as("of the one that is underway").isPositive();
    }

    private static String lastStep(BookEntry entry) throws IOException {
        String step = "";
        for (JsonNode event : JSON.readTree(entry.header()).get("events")) {
            step = event.path("step").asText(step);
        }
        return step;
    }

    /** Type, moment, actor and stamp of each event, in full. */
    private static List<String> heading(BookEntry entry) throws IOException {
        JsonNode header = JSON.readTree(entry.header());
        List<String> heading = new ArrayList<>();
        for (JsonNode event : header.get("events")) {
            heading.add(event.get("type").asText());
            heading.add(event.path("at").asText(header.get("at").asText()));
            heading.add(event.path("actor").asText("system"));
            heading.add(event.path("stamp").asText());
        }
        return heading;
    }

    @Test
    @DisplayName("a paper's content opens at its place and at no other")
    void attachmentsOpen() throws Exception {
        try (Connection store = open(data.resolve("store/housing.db"));
                ResultSet row = store.createStatement().executeQuery("SELECT * FROM attachment")) {
            assertThat(row.next()).isTrue();
            String number = row.getString("number");
            byte[] sealed = row.getBytes("sealed");
            byte[] key = key().dossierKey(number, bytes(store, "wrapped_key", number));
            String place = number + "/attachment/" + row.getString("id");
            assertThat(new String(BookKey.open(key, sealed, place), UTF_8)).isEqualTo("%PDF-1.4 a scan");
            assertThatThrownBy(() -> BookKey.open(key, sealed, place + "9")).isInstanceOf(AEADBadTagException.class);
        }
    }

    @ParameterizedTest
    @DisplayName("one changed bit is found at its entry, without a key")
    @ValueSource(strings = {"header", "sealed", "previous", "hash"})
    void oneBitIsFound(String column) throws Exception {
        try (Connection store = copy()) {
            String number = applications(store).get(0);
            flip(store, column, number);
            assertThat(BookEntry.fault(BookEntry.of(store, number))).contains(number + "/2");
        }
    }

    @Test
    @DisplayName("an entry that was taken out is found, without a key")
    void missingEntryIsFound() throws Exception {
        try (Connection store = copy()) {
            String number = applications(store).get(0);
            change(store, "DELETE FROM event WHERE number = ? AND sequence = 2", number);
            assertThat(BookEntry.fault(BookEntry.of(store, number))).contains(number + "/3");
        }
    }

    @Test
    @DisplayName("a chain that is put under another application's number is found, without a key")
    void anotherNumberIsFound() throws Exception {
        try (Connection store = copy()) {
            String number = applications(store).get(0);
            change(store, "UPDATE event SET number = 'X' WHERE number = ?", number);
            assertThat(BookEntry.fault(BookEntry.of(store, "X"))).contains("X/1");
        }
    }

    @Test
    @DisplayName("an end that is cut off is found with the key, as the document says")
    void cutEndIsFound() throws Exception {
        try (Connection store = copy()) {
            String number = applications(store).get(0);
            long last = BookEntry.of(store, number).size();
            change(store, "DELETE FROM event WHERE number = ? AND sequence = " + last, number);
            List<BookEntry> rest = BookEntry.of(store, number);
            assertThat(BookEntry.fault(rest)).as("without a key").isEmpty();
            byte[] key = key().dossierKey(number, bytes(store, "wrapped_key", number));
            BookState state = BookState.open(key, bytes(store, "sealed", number), number);
            assertThat(state.sequence()).isEqualTo(last).isNotEqualTo(rest.size());
        }
    }

    @Test
    @DisplayName("the document's worked example opens and holds, byte by byte")
    void workedExampleHolds() throws Exception {
        JsonNode example = JSON.readTree(BOOK.block("json"));
        BookEntry entry = new BookEntry(
                example.get("number").asText(),
                example.get("sequence").asLong(),
                example.get("header").asText(),
                hex(example, "previous"),
                hex(example, "hash"),
                hex(example, "sealed"));
        assertThat(entry.holds()).isTrue();
        BookKey key = new BookKey(example.get("keyFile").asText());
        byte[] dossierKey = key.dossierKey(entry.number(), hex(example, "wrapped_key"));
        assertThat(HexFormat.of().formatHex(dossierKey))
                .isEqualTo(example.get("dossierKey").asText());
        assertThat(new String(BookKey.open(dossierKey, entry.sealed(), entry.place()), UTF_8))
                .isEqualTo(example.get("opened").asText());
    }

    @Test
    @DisplayName("the tables in the document are those of the store")
    void tablesAreThoseOfTheStore() throws IOException {
        String tables =
                Files.readString(SCHEMAS.resolve("schema-1.sql")) + Files.readString(SCHEMAS.resolve("schema-2.sql"));
        assertThat(tables).contains(BOOK.block("sql").strip().split("\n\n"));
    }

    @Test
    @DisplayName("who reads by the book uses no class of the product")
    void bookStandsAlone() throws IOException {
        Path here = Path.of("src/test/java/org/onevisit/housing/host/readme");
        for (String file : List.of("BookEntry.java", "BookKey.java")) {
            assertThat(Files.readAllLines(here.resolve(file)))
                    .filteredOn(line -> line.startsWith("import") && !line.matches("import (static )?javax?\\..*"))
                    .isEmpty();
        }
    }

    private static byte[] hex(JsonNode example, String field) {
        return HexFormat.of().parseHex(example.get(field).asText());
    }

    private static BookKey key() throws IOException {
        return new BookKey(Files.readString(data.resolve("master.key")));
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private Connection copy() throws IOException, SQLException {
        return open(Files.copy(data.resolve("store/housing.db"), copies.resolve("copy.db")));
    }

    private static List<String> applications(Connection store) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (ResultSet row = store.createStatement().executeQuery("SELECT number FROM application ORDER BY number")) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    private static byte[] bytes(Connection store, String column, String number) throws SQLException {
        try (PreparedStatement select =
                store.prepareStatement("SELECT " + column + " FROM application WHERE number = ?")) {
            select.setString(1, number);
            ResultSet row = select.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    /** Flips one bit of the second entry. */
    private static void flip(Connection store, String column, String number) throws SQLException {
        String where = " WHERE number = '" + number + "' AND sequence = 2";
        byte[] content;
        try (ResultSet row = store.createStatement().executeQuery("SELECT " + column + " FROM event" + where)) {
            content = column.equals("header") ? row.getString(1).getBytes(UTF_8) : row.getBytes(1);
        }
        content[20] ^= 1;
        try (PreparedStatement update = store.prepareStatement("UPDATE event SET " + column + " = ?" + where)) {
            if (column.equals("header")) {
                update.setString(1, new String(content, UTF_8));
            } else {
                update.setBytes(1, content);
            }
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void change(Connection store, String sql, String number) throws SQLException {
        try (PreparedStatement update = store.prepareStatement(sql)) {
            update.setString(1, number);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
