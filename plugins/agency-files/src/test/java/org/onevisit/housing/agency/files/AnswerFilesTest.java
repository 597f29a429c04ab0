package org.onevisit.housing.agency.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.HOME_FLOOR_AREA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;

class AnswerFilesTest {
    private static final LocalDate TODAY = FakeAgency.today();
    private static final Answer ONE_HOME =
            Answer.facts(TODAY).put(HOME_COUNT, 1).put(HOME_FLOOR_AREA, FloorArea.of("48.00"));

    @TempDir
    Path folder;

    private FakeAgency agency;
    private KitInquiry first;
    private KitInquiry second;
    private FakePickup core;

    @BeforeEach
    void ask() {
        agency = FakeAgency.at(folder);
        agency.open();
        first = KitInquiry.of(agency.check().profile()).number(1).persons(3).build();
        second = KitInquiry.of(agency.check().profile()).number(2).build();
        core = new FakePickup(first, second);
    }

    private String row(KitInquiry inquiry, String person, String rest) {
        return inquiry.id() + "," + person + ",," + rest + "\r\n";
    }

    private void collect() {
        agency.check().collect(core);
    }

    @Test
    @DisplayName(
            "the rows of an inquiry are one finding, wherever they stand in the file: nobody is asked again in between")
    void rowsOfAnInquiryAreOneFinding() {
        agency.answers(
                "a.csv",
                row(first, "m1", "有,2025-01-02,1,48.00")
                        + row(second, second.people().get(0).id(), "查无,2025-01-01,,")
                        + row(first, "m2", "查无,2025-01-02,,")
                        + row(first, "m3", "档案迁移中,,,"));
        collect();
        assertThat(core.changes)
                .containsExactly(
                        Set.of("m1", "m2", "m3"), Set.of(second.people().get(0).id()));
        assertThat(core.counts.get(first.id()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "m1", ONE_HOME,
                        "m2", Answer.nothingOnRecord(TODAY),
                        "m3", Answer.cannotAnswer("档案迁移中")));
        assertThat(agency.outcomes("a.csv")).containsExactly("2 APPLIED", "3 APPLIED", "4 APPLIED", "5 APPLIED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAD_VALUE|有,2025-01-02,1套,48.00",
                "BAD_VALUE|有,2025-01-02,1,48.00平方米",
                "BAD_VALUE|有,2025-01-02,-1,48.00",
                "BAD_VALUE|有,2025-01-02,1.5,48.00",
                "BAD_VALUE|有,2025-01-02,1,1E99999999",
                "BAD_VALUE|有,20250102,1,48.00",
                "BAD_VALUE|有,2025-02-30,1,48.00",
                "BAD_VALUE|有,,1,48.00",
                "BAD_VALUE|也许,2025-01-02,1,48.00",
                "BAD_VALUE|,2025-01-02,1,48.00",
                "FUTURE_DATE|有,2025-01-03,1,48.00",
                "FUTURE_DATE|查无,2025-01-03,,",
                "BAD_ROW|有,2025-01-02,,",
                "BAD_ROW|查无,2025-01-02,0,",
                "BAD_ROW|档案迁移中,2025-01-02,1,",
                "BAD_ROW|有,2025-01-02",
                "BAD_ROW|有,2025-01-02,1,48.00,9",
                "BAD_ROW|有,2025-01-02,1,\"48.00\"9"
            })
    @DisplayName("a bad row has its own outcome and never stops a good one of the same inquiry")
    void badRows(String outcome, String rest) {
        agency.answers("a.csv", row(first, "m1", rest) + row(first, "m2", "有,2025-01-02,1,48.00"));
        collect();
        assertThat(core.counts.get(first.id())).containsOnlyKeys("m2");
        assertThat(agency.outcomes("a.csv")).containsExactly("2 " + outcome, "3 APPLIED");
    }

    @Test
    @DisplayName("an inquiry that nobody made, a person nobody asked about, a row without either: each its own outcome")
    void unknown() {
        agency.answers(
                "a.csv",
                row(first, "m9", "查无,2025-01-02,,")
                        + "330482-20250102-000999.homes.1,m1,,查无,2025-01-02,,\r\n"
                        + ",m1,,查无,2025-01-02,,\r\n"
                        + first.id() + ",,,查无,2025-01-02,,\r\n"
                        + row(first, "m2", "查无,2025-01-02,,"));
        collect();
        assertThat(core.changes).containsExactly(Set.of("m2"));
        assertThat(agency.outcomes("a.csv"))
                .containsExactly("2 UNKNOWN_PERSON", "3 UNKNOWN_INQUIRY", "4 BAD_ROW", "5 BAD_ROW", "6 APPLIED");
    }

    @Test
    @DisplayName(
            "a person may be named by the identity number; it stands in no answer, and nobody is found by another's")
    void byNumber() throws IOException {
        String number = first.people().get(1).field(MemberField.RESIDENT_ID);
        String other = KitPerson.number(40).field(MemberField.RESIDENT_ID);
        agency.answers(
                "a.csv",
                first.id() + ",," + number + ",有,2025-01-02,1,48.00\r\n" + first.id() + ",," + other
                        + ",有,2025-01-02,1,48.00\r\n");
        collect();
        assertThat(core.counts.get(first.id())).containsOnlyKeys("m2");
        assertThat(agency.outcomes("a.csv")).containsExactly("2 APPLIED", "3 UNKNOWN_PERSON");
        assertThat(Files.readString(agency.in().resolve("done/a.csv.outcome.csv"), FakeAgency.GB18030))
                .doesNotContain(number, other, first.id());
    }

    @Test
    @DisplayName("an answer that changed contradicts; the new one beside it counts all the same")
    void changedAnswers() {
        agency.answers("a.csv", row(first, "m1", "有,2025-01-02,1,48.00"));
        collect();
        agency.answers(
                "b.csv",
                row(first, "m1", "查无,2025-01-02,,")
                        + row(first, "m2", "有,2025-01-02,1,48.00")
                        + row(first, "m2", "查无,2025-01-02,,")
                        + row(first, "m2", "有,2025-01-02,1,48.00"));
        collect();
        assertThat(agency.outcomes("b.csv"))
                .containsExactly("2 CONTRADICTS", "3 APPLIED", "4 CONTRADICTS", "5 DUPLICATE");
        assertThat(core.counts.get(first.id())).containsEntry("m1", ONE_HOME).containsEntry("m2", ONE_HOME);
        assertThat(core.contradictions).hasSize(2);
    }

    @Test
    @DisplayName("a file seen before changes nothing, under its own name or another")
    void seenBefore() {
        String rows = row(first, "m1", "有,2025-01-02,1,48.00") + row(second, "m3", "查无,2025-01-02,,");
        agency.answers("a.csv", rows);
        collect();
        int changes = core.changes.size();
        agency.answers("a.csv", rows);
        agency.answers("另一个 名字.csv", rows);
        collect();
        assertThat(core.changes).hasSize(changes);
        assertThat(core.contradictions).isEmpty();
        assertThat(agency.outcomes("a-2.csv")).containsExactly("2 DUPLICATE", "3 DUPLICATE");
        assertThat(agency.outcomes("另一个 名字.csv")).containsExactly("2 DUPLICATE", "3 DUPLICATE");
    }

    @Test
    @DisplayName("a fact that the check does not supply refuses its row; another column of the agency's own does not")
    void undeclared() {
        agency.answers(
                "a.csv",
                ("流水号,序号,查询结果,截止日,套数,vehicle.count,备注\r\n" + first.id() + ",m1,有,2025-01-02,1,2,\r\n" + first.id()
                                + ",m2,有,2025-01-02,1,,窗口已核\r\n")
                        .getBytes(FakeAgency.GB18030));
        collect();
        assertThat(agency.outcomes("a.csv")).containsExactly("2 UNDECLARED_FACT", "3 APPLIED");
    }

    @Test
    @DisplayName("a file in another encoding is refused and stays untouched")
    void wrongEncoding() throws IOException {
        byte[] utf8 = (FakeAgency.HEADER + row(first, "m1", "查无,2025-01-02,,")).getBytes(UTF_8);
        agency.answers("a.csv", utf8);
        collect();
        assertThat(core.calls()).isZero();
        assertThat(agency.in().resolve("a.csv")).hasBinaryContent(utf8);
        assertThat(Files.readString(agency.in().resolve("a.csv.refused"), FakeAgency.GB18030))
                .contains("GB18030 编码", "is not in GB18030");
    }

    @Test
    @DisplayName("a file that lacks a column is refused with the column's name, and so is one without persons")
    void columnsMissing() throws IOException {
        agency.answers("a.csv", "流水号,序号,截止日\r\n".getBytes(FakeAgency.GB18030));
        agency.answers("b.csv", "流水号,查询结果,截止日\r\n".getBytes(FakeAgency.GB18030));
        collect();
        assertThat(Files.readString(agency.in().resolve("a.csv.refused"), FakeAgency.GB18030))
                .contains("查询结果");
        assertThat(Files.readString(agency.in().resolve("b.csv.refused"), FakeAgency.GB18030))
                .contains("序号", "证件号码");
    }

    @Test
    @DisplayName(
            "a kill at the n-th delivery, before it or after, for every n: nothing is lost and nothing counts twice")
    void killedAtEveryDelivery() throws IOException {
        String rows = row(first, "m1", "有,2025-01-02,1,48.00")
                + row(first, "m9", "查无,2025-01-02,,")
                + row(second, "m3", "查无,2025-01-02,,")
                + row(first, "m2", "查无,2025-01-02,,")
                + row(first, "m2", "有,2025-01-02,1,48.00")
                + "unknown,m1,,查无,2025-01-02,,\r\n"
                + row(second, second.people().get(0).id(), "查无,2025-01-02,,");
        for (BiConsumer<FakePickup, Integer> when : List.<BiConsumer<FakePickup, Integer>>of(
                (pickup, n) -> pickup.killBefore = call -> call == n,
                (pickup, n) -> pickup.killAfter = call -> call == n)) {
            int n = 0;
            for (boolean killed = true; killed; ) {
                n++;
                core = new FakePickup(first, second);
                when.accept(core, n);
                agency.answers("k" + n + ".csv", rows);
                killed = false;
                try {
                    collect();
                } catch (FakePickup.Kill e) {
                    killed = true;
                }
                collect();
                assertThat(core.counts.get(first.id())).containsOnlyKeys("m1", "m2");
                assertThat(core.counts.get(second.id())).hasSize(1);
                assertThat(core.changes).hasSize(2);
                assertThat(core.contradictions).containsExactly(Finding.of("m2", ONE_HOME));
                assertThat(agency.outcomes("k" + n + ".csv")).hasSize(7);
                Files.delete(agency.in().resolve("done/k" + n + ".csv"));
            }
            assertThat(n).isGreaterThan(6);
        }
    }

    @Test
    @DisplayName("while the store is away nothing is lost: the file waits, what was taken is not given again")
    void storeAway() throws IOException {
        agency.answers(
                "a.csv",
                row(first, "m1", "有,2025-01-02,1,48.00")
                        + row(second, second.people().get(0).id(), "查无,2025-01-02,,"));
        core.storeDown = call -> call == 1;
        collect();
        assertThat(core.counts).containsOnlyKeys(second.id());
        assertThat(agency.in().resolve("a.csv")).exists();
        collect();
        assertThat(agency.outcomes("a.csv")).containsExactly("2 APPLIED", "3 APPLIED");
        assertThat(core.calls()).isEqualTo(3);
    }

    @Test
    @DisplayName("a folder that cannot be reached names the agency, and no file")
    void folderAway() throws IOException {
        Files.delete(agency.in());
        assertThatThrownBy(this::collect)
                .isInstanceOf(AgencyUnreachableException.class)
                .hasMessageStartingWith("real-estate: ")
                .hasMessageNotContaining(folder.toString());
        assertThat(agency.in()).doesNotExist();
    }
}
