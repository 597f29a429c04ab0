package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.SlotView;

/** Nine checks are wanted: four answer at once, one later, three cannot be reached, one is not installed. */
class NineChecksTest {
    private final County county = County.with(9, LocalDate.of(2025, 1, 2));
    private ApplicationNumber number;

    @BeforeEach
    void accepted() {
        county.checks.get(4).answers(inquiry -> Reply.later("T-" + inquiry.id(), inquiry.workingDaysFromNow(3)));
        for (int i : List.of(5, 6, 7)) {
            county.checks.get(i).answers(inquiry -> {
                throw new AgencyUnreachableException("agency", "connect timed out");
            });
        }
        county.remove(county.checks.get(8));
        number = county.accepted();
        county.on("2025-01-06");
        assertThat(county.engine.inbox().deliver("check-5", "T-" + inquiry(5), homes(0)))
                .isEqualTo(DeliveryOutcome.APPLIED);
        for (String day : List.of("2025-01-07", "2025-01-08", "2025-01-13", "2025-01-20")) {
            county.on(day);
        }
    }

    @Test
    @DisplayName(
            "the five that answer got one inquiry each, the three were asked again under one id, four gaps are named")
    void fourGapsAreNamed() {
        ApplicationView view = county.clerk().find(number);
        assertThat(view.step()).isEqualTo(Step.REVIEWING);
        county.checks.subList(0, 5).forEach(check -> assertThat(check.asked()).hasSize(1));
        county.checks.subList(5, 8).forEach(check -> {
            assertThat(check.asked()).hasSizeGreaterThan(2);
            assertThat(Set.copyOf(check.asked())).hasSize(1);
        });
        List<SlotView> gaps = view.slots().stream()
                .filter(slot -> slot.status() != SlotView.Status.ANSWERED)
                .toList();
        assertThat(gaps).extracting(SlotView::check).containsExactly("check-6", "check-7", "check-8", "check-9");
        assertThat(gaps.subList(0, 3))
                .allSatisfy(gap -> assertThat(gap.cause().orElse("")).contains("无法连通"));
        assertThat(gaps.get(3).cause().orElse("")).contains("未安装");
        assertThat(county.clerk().journal(number))
                .filteredOn(entry -> entry.type().equals("INQUIRY_SENT"))
                .flatExtracting(JournalEntry::outcomes)
                .containsExactlyInAnyOrder(
                        "check-1", "check-2", "check-3", "check-4", "check-5", "check-6", "check-7", "check-8");
    }

    @Test
    @DisplayName("the same finding again changes nothing, another one is flagged, the first one counts")
    void duplicateAndContradicting() {
        assertThat(county.engine.inbox().deliver("check-5", inquiry(5), homes(0)))
                .isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(county.engine.inbox().deliver("check-5", inquiry(5), homes(2)))
                .isEqualTo(DeliveryOutcome.CONTRADICTS);
        assertThat(county.clerk().find(number).flags()).contains("CONTRADICTION");
        assertThat(slot(5).flags()).containsExactly("CONTRADICTED");
    }

    @Test
    @DisplayName("a finding after the limit fills its gap and is flagged as late")
    void late() {
        assertThat(county.engine.inbox().deliver("check-6", inquiry(6), homes(0)))
                .isEqualTo(DeliveryOutcome.LATE);
        assertThat(slot(6).status()).isEqualTo(SlotView.Status.ANSWERED);
        assertThat(county.clerk().find(number).flags()).contains("LATE_FINDING");
    }

    @Test
    @DisplayName("an unknown inquiry, a person nobody asked about: an outcome, and nothing is stored")
    void unknown() {
        long rows = county.store.rowCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(county.engine.inbox().deliver("check-5", "no-such-ticket", homes(0)))
                .isEqualTo(DeliveryOutcome.UNKNOWN_INQUIRY);
        assertThat(county.engine
                        .inbox()
                        .deliver(
                                "check-6",
                                inquiry(6),
                                Finding.of("m9", Answer.nothingOnRecord(LocalDate.of(2025, 1, 2)))))
                .isEqualTo(DeliveryOutcome.UNKNOWN_PERSON);
        assertThat(county.store.rowCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(rows);
    }

    private SlotView slot(int i) {
        return county.clerk().find(number).slots().get(i - 1);
    }

    private String inquiry(int i) {
        return number + ".check-" + i + ".1";
    }

    private static Finding homes(int count) {
        Answer answer = Answer.facts(LocalDate.of(2025, 1, 6)).put(FactKey.HOME_COUNT, count);
        return Finding.of(java.util.Map.of("m1", answer, "m2", answer, "m3", answer));
    }
}
