package org.onevisit.housing.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.view.MakeGoodList.Item;

class MakeGoodCheckTest {
    private Application complete;

    @BeforeEach
    void readSample() throws Exception {
        try (InputStream file = MakeGoodCheckTest.class.getResourceAsStream("sample.json")) {
            complete = new DossierReader().read(writable(new String(file.readAllBytes(), UTF_8)));
        }
        List<Document> documents = complete.documents().stream()
                .map(d -> d.kind().equals(Document.ID_CARD)
                        ? new Document(d.id(), d.kind(), List.of("m1", "m2", "m3"), d.originalSeenBy())
                        : d)
                .toList();
        complete = complete.toBuilder().documents(documents).build();
    }

    private static String writable(String sample) {
        return new SubmissionWriter()
                .write(new SubmissionReader()
                        .read(sample, SubmissionGenerator.NOW, SubmissionGenerator.COUNTY, SubmissionGenerator.RULES));
    }

    @Test
    @DisplayName("nothing is missing where every paper and signature is there")
    void completeDossier() {
        assertThat(missing(complete)).isEmpty();
    }

    @Test
    @DisplayName("everything missing stands in one list: papers by member or once, then signatures")
    void everythingInOneList() {
        Application bare = complete.toBuilder()
                .documents(complete.documents().subList(3, 4))
                .authorisations(List.of())
                .build();
        assertThat(missing(bare))
                .extracting(Item::text)
                .containsExactly(
                        "缺少成员 m1（本人）的身份证",
                        "缺少成员 m2（配偶）的身份证",
                        "缺少成员 m3（子女）的身份证",
                        "缺少成员 m1（本人）的户口簿",
                        "缺少成员 m2（配偶）的户口簿",
                        "缺少成员 m3（子女）的户口簿",
                        "缺少住房保障申请表",
                        "缺少成员 m1（本人）本人签署的核查授权书",
                        "缺少成员 m2（配偶）本人签署的核查授权书",
                        "缺少未成年成员 m3（子女）的核查授权书，由监护人 m1 签署");
        assertThat(missing(bare))
                .extracting(Item::kind)
                .endsWith("APPLICATION_FORM", "AUTHORISATION", "AUTHORISATION", "AUTHORISATION");
        assertThat(missing(bare))
                .extracting(Item::member)
                .startsWith("m1", "m2", "m3")
                .endsWith("", "m1", "m2", "m3");
    }

    @Test
    @DisplayName("no text names a person")
    void noNames() {
        assertThat(missing(complete.toBuilder()
                        .documents(List.of())
                        .authorisations(List.of())
                        .build()))
                .allSatisfy(item -> assertThat(item.text()).doesNotContain("测试甲", "测试乙", "测试丙", "3304"));
    }

    @Test
    @DisplayName("a signature dated after the day, or by somebody else, is missing")
    void wrongSignatures() {
        assertThat(new MakeGoodCheck()
                        .check(complete, SubmissionGenerator.RULES, LocalDate.of(2026, 11, 26))
                        .items())
                .hasSize(3);
        List<Authorisation> byMother = complete.authorisations().stream()
                .map(a -> a.member().equals("m3")
                        ? new Authorisation("m3", a.purpose(), "m2", a.signedOn(), a.document())
                        : a)
                .toList();
        assertThat(missing(complete.toBuilder().authorisations(byMother).build()))
                .extracting(Item::member)
                .containsExactly("m3");
    }

    private static List<Item> missing(Application application) {
        return new MakeGoodCheck()
                .check(application, SubmissionGenerator.RULES, SubmissionGenerator.TODAY)
                .items();
    }
}
