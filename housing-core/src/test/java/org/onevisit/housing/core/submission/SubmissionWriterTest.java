package org.onevisit.housing.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

class SubmissionWriterTest {
    private final SubmissionReader reader = new SubmissionReader();
    private final SubmissionWriter writer = new SubmissionWriter();
    private final DossierReader dossiers = new DossierReader();

    @Test
    @DisplayName("a dossier is written as the submission that says the same, however that was laid out")
    void theSameDossierGivesTheSameText() throws Exception {
        SubmissionGenerator generator = new SubmissionGenerator(new Random(3));
        for (int i = 0; i < 200; i++) {
            JsonDraft.Obj submission = generator.next();
            String text = writer.write(read(JsonDraft.write(submission, new Random(i))));
            assertThat(writer.write(read(JsonDraft.write(submission, new Random(-i)))))
                    .isEqualTo(text);
            assertThat(writer.write(read(text))).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("what is written says in full what the sample says")
    void theSampleIsWritten() throws Exception {
        try (InputStream file = SubmissionWriterTest.class.getResourceAsStream("sample.json")) {
            String text = writer.write(read(new String(file.readAllBytes(), UTF_8)));
            assertThat(text)
                    .startsWith(
                            "{\"programme\":\"PUBLIC_RENTAL_HOUSING\",\"assistance\":\"RENT_SUBSIDY\",\"division\":\"330482\"")
                    .contains("\"receivedAt\":\"2026-11-27T15:20:00+08:00\"")
                    .contains("\"signedBy\":\"m1\",\"as\":\"GUARDIAN\",\"signedOn\":\"2026-11-27\"");
        }
    }

    @Test
    @DisplayName("a stored dossier is read back years later, under other rules")
    void storedDossiersAreReadLater() {
        Application application = read(JsonDraft.write(new SubmissionGenerator(new Random(4)).next(), new Random(5)));
        String later = writer.write(application).replace("2026-", "2019-").replace("ID_CARD", "PAPER_OF_OLD");
        assertThat(writer.write(dossiers.read(later))).isEqualTo(later);
    }

    @Test
    @DisplayName("a text that is no dossier is a defect, and is not repeated")
    void noDossier() {
        for (String text : new String[] {"", "{}", "[]", "{\"programme\":\"测试甲\"}", "测试甲"}) {
            assertThatThrownBy(() -> dossiers.read(text))
                    .isInstanceOf(HousingException.class)
                    .hasMessageNotContaining("测试甲")
                    .hasNoCause()
                    .satisfies(e -> assertThat(((HousingException) e).code()).isEqualTo(ErrorCode.INTERNAL));
        }
    }

    private Application read(String json) {
        return reader.read(json, SubmissionGenerator.NOW, SubmissionGenerator.COUNTY, SubmissionGenerator.RULES);
    }
}
