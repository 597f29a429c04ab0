package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.SlotView;

/** What becomes of applications in the host that has come back without a plugin, and when the plugin is enabled. */
final class Aftermath {
    private static final int TRIES = 40;
    private static final String FETCHED = "housing.fault.handin.number";
    private static final String HAND_IN = "housing.fault.handin.json";
    private static final Duration NEXT_LOOK = Duration.ofMinutes(2);
    private static final String BY_THE_PACK_READER = "by the reader of packs that travels in the host";
    private final Hungry hungry;
    private final FaultHost site;
    private final FaultOffice office;
    private final List<ApplicationNumber> accepted;
    private final Path folder;
    private final Map<ApplicationNumber, LocalDate> ends = new HashMap<>();

    Aftermath(Hungry hungry, FaultHost site, List<ApplicationNumber> accepted, Path folder) {
        this.hungry = hungry;
        this.site = site;
        this.accepted = accepted;
        this.folder = folder;
        office = new FaultOffice(site);
    }

    /** While it is disabled; in words. */
    String without() {
        return switch (hungry) {
            case CHECK -> {
                accepted.forEach(number -> assertThat(slot(number)).isEqualTo(SlotView.Status.OPEN));
                yield "its slots wait: OPEN";
            }
            case COLLECT -> {
                assertThat(accepted).anyMatch(number -> slot(number) == SlotView.Status.PROMISED);
                assertThat(accepted).noneMatch(number -> slot(number) == SlotView.Status.ANSWERED);
                yield "what was promised waits: slot PROMISED";
            }
            case CHANNEL -> {
                accepted.forEach(this::leavesTheChecks);
                accepted.forEach(
                        number -> assertThat(entries(number, "PAPER_DELIVERED")).isEmpty());
                yield "goes on; its papers wait";
            }
            case HAND_IN -> {
                System.setProperty(HAND_IN, laidIn());
                site.later();
                accepted.forEach(this::leavesTheChecks);
                assertThat(System.getProperty(FETCHED)).isNull();
                yield "is not handed in and stays where it lies";
            }
            case OUTLET -> {
                accepted.forEach(number -> site.untilDue(() -> step(number) != Step.POSTING));
                assertThat(accepted).as("one was being posted").anyMatch(number -> step(number) == Step.NOTICE_OPEN);
                yield "the notice that was being posted is shown, once, by the outlet of that code that serves besides";
            }
            case CALENDAR -> {
                accepted.forEach(number -> ends.put(number, caseEnds(number)));
                yield "is counted by the days that travel in the host";
            }
            case POLICY -> {
                accepted.forEach(this::isJudged);
                yield "is judged " + BY_THE_PACK_READER;
            }
            case ASSISTANCE -> {
                accepted.forEach(this::isJudged);
                paid();
                yield "is judged, and what it is paid is calculated, " + BY_THE_PACK_READER;
            }
            case PUBLICITY -> approvedWithout();
            case REVIEW -> {
                new Reviews(site).judged(accepted.get(0));
                yield "its award goes on; its review is judged, once, " + BY_THE_PACK_READER;
            }
            case STORE -> {
                accepted.forEach(this::leavesTheChecks);
                yield "nothing is acknowledged that is not kept; what was acknowledged goes on, by the same store";
            }
        };
    }

    /** When it has been enabled; in words. */
    String with() {
        return switch (hungry) {
            case CHECK -> {
                accepted.forEach(this::answeredOnce);
                yield "it is asked again, each finding once";
            }
            case COLLECT -> {
                accepted.forEach(number -> {
                    site.later(NEXT_LOOK);
                    answeredOnce(number);
                });
                yield "late answers are fetched, each finding once";
            }
            case CHANNEL -> {
                for (ApplicationNumber number : accepted) {
                    site.untilDue(() -> !entries(number, "PAPER_DELIVERED").isEmpty());
                    assertThat(entries(number, "PAPER_DELIVERED"))
                            .extracting(JournalEntry::outcomes)
                            .doesNotHaveDuplicates();
                }
                yield "the papers are handed over, each once";
            }
            case HAND_IN -> fetched();
            case OUTLET -> {
                accepted.forEach(
                        number -> assertThat(entries(number, "NOTICE_POSTED")).hasSizeLessThan(2));
                ApplicationNumber next = office.eligible();
                office.decide(next);
                assertThat(entries(next, "NOTICE_POSTED")).singleElement().satisfies(entry -> assertThat(entry.stamp())
                        .isEqualTo(hungry.stamp()));
                yield "the next notice is shown by it";
            }
            case CALENDAR -> {
                for (ApplicationNumber number : accepted) {
                    site.untilDue(() -> {
                        site.later(NEXT_LOOK);
                        return !caseEnds(number).equals(ends.get(number));
                    });
                }
                yield "is counted by its days again";
            }
            case POLICY -> askedAgain(accepted.get(0));
            case ASSISTANCE -> askedAgain(paid());
            case PUBLICITY -> approvedWith();
            case REVIEW -> reviewedWith(accepted.get(1));
            case STORE -> "";
        };
    }

    private SlotView.Status slot(ApplicationNumber number) {
        return site.slot(number, hungry.check()).status();
    }

    private Step step(ApplicationNumber number) {
        return site.clerk().find(number).step();
    }

    private List<JournalEntry> entries(ApplicationNumber number, String type) {
        return site.journal(number).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }

    private void leavesTheChecks(ApplicationNumber number) {
        site.untilDue(() -> step(number) != Step.CHECKING);
    }

    private void isJudged(ApplicationNumber number) {
        leavesTheChecks(number);
        assertThat(site.clerk().find(number).verdict()).isNotEqualTo(Met.UNKNOWN);
    }

    private void answeredOnce(ApplicationNumber number) {
        site.untilDue(() -> step(number) == Step.REVIEWING);
        assertThat(site.findings(number, hungry.plugin())).isEqualTo(1);
    }

    private LocalDate caseEnds(ApplicationNumber number) {
        return site.clerk().clock(number).caseEnds().orElseThrow().day();
    }

    private String laidIn() {
        try {
            return Files.readString(folder.resolve(HungryHost.LAID_IN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fetched() {
        try {
            site.untilDue(() -> {
                site.later();
                return System.getProperty(FETCHED) != null;
            });
            ApplicationNumber fetched = ApplicationNumber.of(System.getProperty(FETCHED));
            assertThat(accepted).doesNotContain(fetched);
            assertThat(site.clerk().find(fetched).number()).isEqualTo(fetched);
            return "it is handed in, once";
        } finally {
            System.clearProperty(FETCHED);
            System.clearProperty(HAND_IN);
        }
    }

    /** One of these that is paid, or the next that is. */
    private ApplicationNumber paid() {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber number = i < accepted.size() ? accepted.get(i) : site.accepted();
            leavesTheChecks(number);
            if (site.clerk().explanation(number).calculation().isPresent()
                    && site.clerk().find(number).verdict() == Met.MET) {
                return number;
            }
        }
        throw new AssertionError("nobody is paid");
    }

    /** It is the plugin that is asked: when that throws, nobody knows. */
    private String askedAgain(ApplicationNumber number) {
        site.on(hungry.call(), Fault.THROWS);
        assertThat(site.clerk().find(number).verdict()).as("it is asked").isEqualTo(Met.UNKNOWN);
        site.off();
        assertThat(site.clerk().find(number).verdict()).isNotEqualTo(Met.UNKNOWN);
        return "it is asked again";
    }

    /** The vote during which the memory ended was not acknowledged, and is given again. */
    private String approvedWithout() {
        List<ApplicationNumber> waiting = accepted.stream()
                .filter(number -> step(number) == Step.VOTING)
                .filter(number -> entries(number, "VOTED").size() == 1)
                .toList();
        assertThat(waiting).as("one was being approved").isNotEmpty();
        for (ApplicationNumber number : waiting) {
            office.vote(number, "civil-affairs");
            assertThat(step(number)).isNotEqualTo(Step.VOTING);
            assertThat(entries(number, "VOTED")).hasSize(2);
        }
        return "the vote that would approve it is not counted; given again it counts, and the notice is made ready "
                + BY_THE_PACK_READER;
    }

    private String approvedWith() {
        ApplicationNumber next = office.eligible();
        office.endorse(next);
        office.vote(next, "housing");
        site.on(hungry.call(), Fault.THROWS);
        HousingException seen = catchThrowableOfType(HousingException.class, () -> office.vote(next, "civil-affairs"));
        assertThat(seen).as("it is asked").isNotNull();
        assertThat(seen.code().blame()).isEqualTo(Blame.MODULE);
        site.off();
        office.vote(next, "civil-affairs");
        assertThat(step(next)).isNotEqualTo(Step.VOTING);
        return "the next notice is made ready by it";
    }

    private String reviewedWith(ApplicationNumber next) {
        Reviews reviews = new Reviews(site);
        reviews.file(next);
        site.ear().forget();
        site.on(hungry.call(), Fault.THROWS);
        reviews.toTheAnniversary(next);
        site.untilDue(() -> !site.ear().forms(next.toString()).isEmpty());
        assertThat(site.ear().policies()).as("it is asked").isNotEmpty();
        site.off();
        reviews.judged(next);
        return "the next review is judged by it";
    }
}
