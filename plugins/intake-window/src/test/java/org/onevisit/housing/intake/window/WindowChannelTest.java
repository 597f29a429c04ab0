package org.onevisit.housing.intake.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.Paper;

class WindowChannelTest {
    private static final ApplicationNumber NUMBER = ApplicationNumber.of("330482-20261106-000001");
    private static final List<String> KINDS =
            List.of("receipt", "make-good", "acceptance", "non-acceptance", "decision");
    private final WindowChannel window = new WindowChannel("citywide", "全城通办综合窗口");

    private static Paper paper(String kind) {
        return new Paper(
                NUMBER,
                kind,
                NUMBER + "-" + kind,
                "收件凭证",
                "测试甲",
                LocalDate.of(2026, 11, 6),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "",
                List.of());
    }

    private static JournalEntry entry(String type, String... outcomes) {
        return new JournalEntry(
                1, NUMBER, 1, type, Instant.EPOCH, "RECEIVED", "system", "", List.of(), List.of(outcomes), "");
    }

    @Test
    @DisplayName("I-01 a paper that comes again changes nothing: it lies ready, and nobody is said to have it")
    void readyTwice() {
        assertThat(window.deliver(paper("receipt"))).isEqualTo(Delivery.READY);
        assertThat(window.deliver(paper("receipt"))).isEqualTo(Delivery.READY);
    }

    @Test
    void whatLiesReadyIsOfferedOnceAndNothingElseIs() {
        assertThat(ReadyPapers.of(List.of(
                        entry("SUBMITTED"),
                        entry("PAPER_DELIVERED", "receipt", "READY"),
                        entry("PAPER_POSTPONED", "acceptance", "NOT_YET"),
                        entry("PAPER_DELIVERED", "make-good", "HANDED_OVER"),
                        entry("PAPER_DELIVERED", "decision", "READY"),
                        entry("PAPER_DELIVERED", "decision", "READY"))))
                .containsExactly("receipt", "decision");
    }

    @Test
    void everyPaperHasANameInBothLanguages() {
        for (String file : List.of("messages", "messages_zh")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("org.onevisit.housing.intake.window." + file, java.util.Locale.ROOT);
            assertThat(KINDS).allSatisfy(kind -> assertThat(texts.getString("paper." + kind))
                    .isNotBlank());
        }
    }

    @Test
    void aWindowWithoutAProperCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowChannel("City wide", "窗口"))
                .withMessageContaining("correct the configuration");
    }
}
