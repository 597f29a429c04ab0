package org.onevisit.housing.agency.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;

class QuestionFilesTest {
    @TempDir
    Path folder;

    private FakeAgency agency;

    @BeforeEach
    void open() {
        agency = FakeAgency.at(folder);
        agency.open();
    }

    private KitInquiry.Builder inquiry() {
        return KitInquiry.of(agency.check().profile());
    }

    @Test
    @DisplayName("a question has a row for each person, in the agency's words, under the inquiry's id")
    void aRowForEachPerson() {
        KitInquiry inquiry = inquiry().persons(2).build();
        Reply reply = agency.check().check(inquiry);
        assertThat(reply).isEqualTo(Reply.later(inquiry.id(), inquiry.workingDaysFromNow(3)));
        assertThat(agency.questions()).hasSize(1);
        Map.Entry<String, String> file =
                agency.questions().entrySet().iterator().next();
        assertThat(file.getKey()).startsWith(inquiry.id() + "-").endsWith(".csv");
        List<String> rows = file.getValue().lines().toList();
        assertThat(rows.get(0)).isEqualTo("流水号,序号,姓名,证件号码,答复期限");
        for (int i = 0; i < 2; i++) {
            KitPerson person = inquiry.people().get(i);
            assertThat(rows.get(i + 1))
                    .isEqualTo(String.join(
                            ",",
                            inquiry.id(),
                            person.id(),
                            person.field(MemberField.NAME),
                            person.field(MemberField.RESIDENT_ID),
                            inquiry.dueBy().day().toString()));
        }
    }

    @Test
    @DisplayName("who was left out is asked again in a file of its own; the first question stays as it was")
    void leftOut() {
        KitInquiry whole = inquiry().persons(3).build();
        agency.check().check(whole);
        Map<String, String> before = agency.questions();
        agency.check().check(inquiry().persons(KitPerson.number(1)).build());
        assertThat(agency.questions()).hasSize(2).containsAllEntriesOf(before);
    }

    @Test
    @DisplayName("a name that a spreadsheet would calculate is written so that it does not, and quotes are kept")
    void formulas() {
        KitPerson evil = KitPerson.number(0).with(MemberField.NAME, "=HYPERLINK(\"x\")\n,张");
        agency.check().check(inquiry().persons(evil).build());
        assertThat(agency.questions().values().iterator().next()).contains(",\"'=HYPERLINK(\"\"x\"\")\n,张\",");
    }

    @Test
    @DisplayName("what a crash left half written is never taken for a question, and the next asking mends it")
    void crashWhileWriting() throws IOException {
        KitInquiry inquiry = inquiry().build();
        agency.check().check(inquiry);
        Path whole = agency.out().resolve(agency.questions().keySet().iterator().next());
        byte[] content = Files.readAllBytes(whole);
        Files.move(whole, whole.resolveSibling("." + whole.getFileName() + ".part"));
        Files.write(whole.resolveSibling("." + whole.getFileName() + ".part"), new byte[] {1, 2, 3});
        agency.check().check(inquiry);
        assertThat(whole).hasBinaryContent(content);
        assertThat(agency.questions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check=",
                "out=",
                "charset=GBK",
                "separator=|",
                "supplies=home.color",
                "needs=HEIGHT",
                "columns=INQUIRY",
                "columns=HEIGHT=x",
                "columns=AS_OF=RESULT",
                "found=CANNOT",
                "dateFormat=MM-dd",
                "dateFormat=today",
                "wholeBy=LUCK",
                "quietSeconds=-1",
                "answerWithinWorkingDays=0",
                "callTimeoutSeconds=121"
            })
    @DisplayName("a wrong configuration is refused with what was expected and the file to correct")
    void configuration(String wrong) {
        String name = wrong.substring(0, wrong.indexOf('='));
        String text = wrong.substring(wrong.indexOf('=') + 1);
        Object value = name.matches("supplies|needs|columns|found")
                ? new String[] {text}
                : name.matches(".*(Seconds|Days)") ? (Object) Integer.valueOf(text) : text;
        assertThatThrownBy(() -> agency.check(Map.of(name, value)))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("etc/org.onevisit.housing.agency.files~");
    }

    @Test
    @DisplayName("one folder for both ways is refused")
    void oneFolder() {
        assertThatThrownBy(() -> agency.check(Map.of("in", agency.out() + "/.")))
                .hasMessageContaining("out and in are one folder");
    }
}
