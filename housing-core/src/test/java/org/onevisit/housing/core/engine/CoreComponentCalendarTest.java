package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.core.calendar.FakeCalendar;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.review.AnnualReviewPolicy.NotFiled;
import org.onevisit.housing.testkit.store.InMemoryStore;

class CoreComponentCalendarTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private final MovableClock clock = new MovableClock(DAY);
    private CoreComponent core;
    private ApplicationNumber number;

    @BeforeEach
    void anApplication(@TempDir Path folder) {
        core = new CoreComponent(
                new Settings(folder.resolve("key").toString()),
                new InMemoryStore(),
                "fake.store@1.0.0",
                clock,
                MoreExecutors.newDirectExecutorService());
        core.engine()
                .core()
                .sources()
                .seat(
                        Editions.code(),
                        0,
                        new Seat<>(new FakePolicy(1, Silence.WAIT, NotFiled.END), "fake.policy@1.0.0"));
        number = core.approvalsFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                .submit(County.with(1, DAY).application(), "")
                .number();
        core.runDue(clock.instant());
    }

    private void arrives(FakeCalendar calendar) {
        core.engine().core().calendars().arrive(calendar, "county.calendar@1.0.0", 0, clock.instant());
    }

    private LocalDate intakeEnds() {
        return core.approvalsFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                .clock(number)
                .intakeEnds()
                .orElseThrow()
                .day();
    }

    private long moves() {
        return core.eventsAfter(0, 100).stream()
                .filter(entry -> entry.type().equals("DEADLINES_MOVED"))
                .count();
    }

    @Test
    @DisplayName(
            "a calendar that arrives while the core runs counts from the next timed work on, and its leaving is noticed too")
    void arrivesAndLeaves() {
        FakeCalendar county = FakeCalendar.named("county").off(LocalDate.of(2025, 3, 6));
        arrives(county);
        core.runDue(clock.instant());
        assertThat(intakeEnds()).isEqualTo("2025-03-11");
        assertThat(moves()).isEqualTo(1);
        core.unbindCalendar(county);
        core.runDue(clock.instant());
        assertThat(intakeEnds()).isEqualTo("2025-03-10");
        assertThat(moves()).isEqualTo(2);
    }

    @Test
    void aCalendarThatTookAnothersPlaceStaysWhenTheOtherLeaves() {
        FakeCalendar first = FakeCalendar.named("first").off(LocalDate.of(2025, 3, 6));
        FakeCalendar second = FakeCalendar.named("second").off(LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 7));
        arrives(first);
        arrives(second);
        core.unbindCalendar(first);
        core.runDue(clock.instant());
        assertThat(intakeEnds()).isEqualTo("2025-03-12");
        assertThat(moves()).isEqualTo(1);
    }

    /** What a site sets. */
    private record Settings(String keyFile) implements CoreComponent.Config {
        @Override
        public String pack() {
            return "fake";
        }

        @Override
        public String division() {
            return "";
        }

        @Override
        public long seed() {
            return 7;
        }

        @Override
        public String chain() {
            return "SHA-256";
        }

        @Override
        public int checkpointMinutes() {
            return 10;
        }

        @Override
        public int decisionsStopAfterHours() {
            return 24;
        }

        @Override
        public int storeWithinMillis() {
            return 0;
        }

        @Override
        public int answerWithinMillis() {
            return 0;
        }

        @Override
        public String callsFile() {
            return "";
        }

        @Override
        public String signingKeyFile() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CoreComponent.Config.class;
        }
    }
}
