package org.onevisit.housing.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.process.HousingException;

class HandInTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private final FakeDoor core = new FakeDoor();
    private Sent sent;

    @BeforeEach
    void folders() throws IOException {
        sent = new Sent(folder);
    }

    private void collect() {
        sent.channel().collect(core.service());
    }

    @Test
    @DisplayName("rows with one reference are one household, wherever they stand, as REST would have it")
    void rowsAreHouseholds() throws IOException {
        String child = String.join(
                ",",
                "R-1",
                "",
                "",
                "",
                "",
                "",
                "",
                "m2",
                "测试乙",
                "CHILD",
                Sent.identity(2),
                "340826",
                "",
                "",
                "m1",
                "HOUSEHOLD_REGISTER",
                "",
                "2026-11-26");
        sent.lay("一户 两人.csv", Sent.HEADER + Sent.single("R-1", 1) + Sent.single("R-2", 3) + child + "\r\n", UTF_8);
        collect();
        assertThat(sent.answer("一户 两人.csv", UTF_8))
                .containsExactly("2 R-1 received 330482-20261127-000001", "3 R-2 received 330482-20261127-000002");
        JsonNode expected = new JsonMapper().readTree("""
                {"programme": "PUBLIC_RENTAL_HOUSING", "assistance": "RENT_SUBSIDY", "division": "330482",
                 "intake": {"channel": "intake-files", "window": "civil-affairs", "receivedAt": "2026-11-27T15:20:00+08:00"},
                 "applicant": "m1", "contact": {"mobile": "13800000000", "notices": ["SMS", "PAPER"]},
                 "household": {"residence": {"division": "330482001", "address": "测试路1号"}, "members": [
                   {"id": "m1", "name": "测试甲", "relation": "SELF", "identity": {"kind": "RESIDENT_ID", "number": "%s"},
                    "register": {"division": "330482001", "since": "2015-06-01"}, "maritalStatus": "UNMARRIED"},
                   {"id": "m2", "name": "测试乙", "relation": "CHILD", "identity": {"kind": "RESIDENT_ID", "number": "%s"},
                    "register": {"division": "340826"}, "guardian": "m1"}]},
                 "documents": [
                   {"id": "d1", "kind": "ID_CARD", "members": ["m1"], "originalSeenBy": "zhang-7"},
                   {"id": "d2", "kind": "HOUSEHOLD_REGISTER", "members": ["m1", "m2"], "originalSeenBy": "zhang-7"},
                   {"id": "d3", "kind": "APPLICATION_FORM"}, {"id": "d4", "kind": "ECONOMIC_STATUS_INQUIRY_FORM"}],
                 "authorisations": [
                   {"member": "m1", "purpose": "HOUSING_SECURITY_VERIFICATION", "signedBy": "m1", "signedOn": "2026-11-27",
                    "document": "d4"},
                   {"member": "m2", "purpose": "HOUSING_SECURITY_VERIFICATION", "signedBy": "m1", "as": "GUARDIAN",
                    "signedOn": "2026-11-26", "document": "d4"}]}
                """.formatted(Sent.identity(1), Sent.identity(2)));
        assertThat(new JsonMapper().readTree(core.read.get(0))).isEqualTo(expected);
    }

    @Test
    @DisplayName("a kill at the n-th call, before it or after, for every n: no application is lost, none comes twice")
    void killedAtEveryCall() throws IOException {
        for (String kind : List.of(".csv", ".json", ".jsonl")) {
            for (BiConsumer<FakeDoor, Integer> when : List.<BiConsumer<FakeDoor, Integer>>of(
                    (door, n) -> door.killBefore = call -> call == n,
                    (door, n) -> door.killAfter = call -> call == n)) {
                int n = 0;
                for (boolean killed = true; killed; ) {
                    n++;
                    FakeDoor door = new FakeDoor();
                    when.accept(door, n);
                    sent = new Sent(folder.resolve(kind + when.hashCode() + n));
                    sent.lay("x" + kind, file(kind), UTF_8);
                    killed = false;
                    try {
                        sent.channel().collect(door.service());
                    } catch (FakeDoor.Kill e) {
                        killed = true;
                    }
                    sent.channel().collect(door.service());
                    assertThat(door.applications).containsOnlyKeys("R-1", "R-2", "R-3");
                    assertThat(sent.answer("x" + kind, UTF_8))
                            .extracting(line -> line.replaceAll(".*(R-\\d \\w+).*", "$1"))
                            .containsExactly("R-1 received", "R-2 received", "R-3 received");
                }
                assertThat(n).isEqualTo(7);
            }
        }
    }

    private static String file(String kind) {
        List<String> envelopes = List.of(Sent.envelope("R-1", 1), Sent.envelope("R-2", 2), Sent.envelope("R-3", 3));
        return switch (kind) {
            case ".csv" -> Sent.households(3);
            case ".json" -> "[" + String.join(",\n", envelopes) + "]";
            default ->
                String.join(
                        "\n", envelopes.stream().map(e -> e.replace("\n", " ")).toList());
        };
    }

    @Test
    @DisplayName("a repeated file, and the same row in another file, are duplicates with the number that is there")
    void repeated() throws IOException {
        sent.lay("a.csv", Sent.households(2), UTF_8);
        collect();
        sent.lay("a.csv", Sent.households(2), UTF_8);
        sent.lay("b.csv", Sent.HEADER + Sent.single("R-3", 3) + Sent.single("R-2", 2), UTF_8);
        collect();
        assertThat(sent.answer("a-2.csv", UTF_8))
                .containsExactly("2 R-1 duplicate 330482-20261127-000001", "3 R-2 duplicate 330482-20261127-000002");
        assertThat(sent.answer("b.csv", UTF_8))
                .containsExactly("2 R-3 received 330482-20261127-000003", "3 R-2 duplicate 330482-20261127-000002");
        assertThat(core.applications).hasSize(3);
    }

    @Test
    @DisplayName("another submission under a used reference is refused, and so is a household that is in another file")
    void conflicts() throws IOException {
        sent.lay("a.csv", Sent.households(1), UTF_8);
        collect();
        sent.lay("b.csv", Sent.HEADER + Sent.single("R-1", 7) + Sent.single("R-9", 1), UTF_8);
        collect();
        assertThat(sent.answer("b.csv", UTF_8))
                .containsExactly("2 R-1 refused  /reference HS-0206", "3 R-9 refused   HS-0201");
        assertThat(core.applications).hasSize(1);
    }

    @Test
    @DisplayName("a bad household is refused with every error at its row and place; the others are received")
    void badHouseholds() throws IOException {
        String wrong = Sent.identity(1).substring(0, 17) + (Sent.identity(1).endsWith("1") ? "2" : "1");
        String text = Sent.HEADER
                + Sent.single("R-1", wrong)
                + Sent.single("R-1", wrong).replace(",m1,", ",m2,").replace("测试路1号", "测试路2号")
                + Sent.single("R-2", 2)
                + Sent.single("", 3)
                + Sent.single(Sent.identity(4), 4)
                + Sent.single("a b", 5)
                + "R-6,only,three\r\n"
                + Sent.single("R-7", wrong)
                + Sent.single("R-8", 8).replace("," + Sent.RECEIVED, ",");
        sent.lay("a.csv", text, UTF_8);
        collect();
        assertThat(sent.answer("a.csv", UTF_8))
                .containsExactly(
                        "3 R-1 refused   HS-0108",
                        "4 R-2 received 330482-20261127-000001",
                        "5  refused  /reference HS-0103",
                        "6  refused  /reference HS-0106",
                        "7  refused  /reference HS-0106",
                        "8  refused   HS-0106",
                        "9 R-7 refused  /household/members/0/identity/number HS-0111",
                        "10 R-8 refused  /intake/receivedAt HS-0103");
        String answer = Files.readString(sent.in().resolve("done/a.csv.outcome.csv"));
        assertThat(answer)
                .doesNotContain("测试甲", wrong, Sent.identity(4), "RECEIPT-CODE")
                .contains("'=correct");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reference\": \"R-1\"}|1 R-1 refused   HS-0104",
                "{\"submission\": {}}|1  refused  /reference HS-0103",
                "{\"reference\": 7, \"submission\": {}}|1  refused   HS-0104",
                "{\"reference\": \"R-1\", \"submission\": [], \"x\": {\"y\": []}}|1 R-1 refused   HS-0104",
                "[]|1  refused   HS-0104",
                "[1]|1  refused   HS-0104",
                "7|1  refused   HS-0104",
                "{|1  refused   HS-0107",
                "{} {}|1  refused   HS-0107",
                "plain|1  refused   HS-0107"
            })
    @DisplayName("a line that is no envelope is refused alone")
    void badLines(String line, String expected) throws IOException {
        sent.lay("a.jsonl", line + "\n\n" + Sent.envelope("R-2", 2).replace("\n", " ") + "\r\n", UTF_8);
        collect();
        assertThat(sent.answer("a.jsonl", UTF_8))
                .startsWith(expected)
                .endsWith("3 R-2 received 330482-20261127-000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"reference\"", "", "[] x", "{\"a\": 1} {\"a\": 1}", "\uFEFF", "测试"})
    @DisplayName("a file that is no JSON is refused whole, and nothing of it is handed in")
    void noJson(String text) throws IOException {
        sent.lay("测试甲.json", text, UTF_8);
        collect();
        assertThat(sent.in().resolve("测试甲.json.refused")).exists();
        assertThat(sent.in().resolve("测试甲.json")).hasContent(text);
        assertThat(core.calls()).isZero();
    }

    @Test
    @DisplayName(
            "a submission is handed on letter by letter, its channel and window must be this one, its moment given")
    void submissionsAsTheyStand() throws IOException {
        String odd =
                "{ \"intake\":{\"window\":\"citywide\" ,\"channel\":\"intake-window\"}, \"x\":1.50, \"x\": \"}\\\"\" }";
        sent.lay("a.json", "{\"submission\":" + odd + ",\"reference\":\"R-1\"}", UTF_8);
        collect();
        assertThat(core.read).containsExactly(odd);
        assertThat(sent.answer("a.json", UTF_8))
                .containsExactly(
                        "1 R-1 refused  /intake/channel HS-0105",
                        "1 R-1 refused  /intake/window HS-0105",
                        "1 R-1 refused  /intake/receivedAt HS-0103",
                        "1 R-1 refused   HS-0101");
    }

    @Test
    @DisplayName("GB 18030 is read and answered in GB 18030; UTF-8 is refused there, and JSON is UTF-8 everywhere")
    void encodings() throws IOException {
        sent.lay("a.csv", Sent.households(1), GB18030);
        sent.lay("b.csv", Sent.households(2), UTF_8);
        sent.lay("c.json", Sent.envelope("R-3", 3), UTF_8);
        sent.channel(Map.of("charset", "GB18030")).collect(core.service());
        assertThat(sent.answer("a.csv", GB18030)).containsExactly("2 R-1 received 330482-20261127-000001");
        assertThat(sent.in().resolve("b.csv.refused")).exists();
        assertThat(sent.answer("c.json", GB18030)).containsExactly("1 R-3 received 330482-20261127-000002");
        assertThat(core.read.get(0)).contains("测试甲");
    }

    @Test
    @DisplayName("a column that is not known refuses the file: what is in it would be lost without a word")
    void unknownColumn() throws IOException {
        sent.lay("a.csv", Sent.HEADER.replace("mobile", "phone") + Sent.single("R-1", 1), UTF_8);
        collect();
        assertThat(Files.readString(sent.in().resolve("a.csv.refused"))).contains("column 3", "第 3 列", "mobile");
        assertThat(core.calls()).isZero();
    }

    @Test
    @DisplayName("while the store is away nothing is lost: the file waits")
    void storeAway() throws IOException {
        sent.lay("a.csv", Sent.households(3), UTF_8);
        core.away = call -> call == 2 || call == 3;
        collect();
        assertThat(core.applications).hasSize(1);
        assertThat(sent.in().resolve("a.csv")).exists();
        collect();
        assertThat(sent.answer("a.csv", UTF_8)).hasSize(3).allMatch(line -> line.contains(" received "));
    }

    @Test
    @DisplayName("a folder that is away is an error that names no file, and is not made")
    void folderAway() throws IOException {
        Files.delete(sent.in());
        assertThatThrownBy(this::collect)
                .hasMessageContaining("the folder in")
                .hasMessageNotContaining(folder.toString());
        assertThat(sent.in()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=A b",
                "division=33048",
                "in=",
                "out= ",
                "charset=GBK",
                "separator=|",
                "wholeBy=LUCK",
                "quietSeconds=3601"
            })
    @DisplayName("a wrong configuration is refused with what was expected and the file to correct")
    void configuration(String wrong) {
        String name = wrong.substring(0, wrong.indexOf('='));
        String text = wrong.substring(wrong.indexOf('=') + 1);
        Object value = name.equals("quietSeconds") ? (Object) Integer.valueOf(text) : text;
        assertThatThrownBy(() -> sent.channel(Map.of(name, value)))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("etc/org.onevisit.housing.intake.files~");
    }
}
