package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onevisit.housing.core.calendar.FakeCalendar;
import org.onevisit.housing.core.event.CourseEvents.DeadlinesMoved;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.rules.Amendment;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Limit;
import org.onevisit.housing.core.rules.RunningLimits;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;

/** Whatever changes in the calendar: an amended application stands where one that was counted anew stands, but never in the past. */
class AmendmentPropertyTest {
    private static final List<Journey> JOURNEYS = Stream.concat(
                    Stream.of(Step.values()).filter(step -> step != Step.ERASED).map(Journey::to),
                    Stream.of(
                            Journey.to(Step.CHECKING).pause(),
                            Journey.to(Step.REVIEWING).pause().pauseOver(),
                            Journey.to(Step.NOTICE_OPEN).pause().clerk(new Command.Resume())))
            .toList();

    @Provide
    Arbitrary<FakeCalendar> calendars() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 120).map(i -> LocalDate.of(2025, 2, 24)
                .plusDays(i));
        return Combinators.combine(
                        days.set().ofMaxSize(8),
                        days.set().ofMaxSize(8),
                        Arbitraries.<Set<Integer>>of(Set.of(), Set.of(2027)),
                        Arbitraries.strings().alpha().ofLength(8))
                .as((off, worked, published, name) ->
                        new FakeCalendar(FakeCalendar.named("").base(), name, off, worked, published));
    }

    @Property(tries = 2000)
    void anAmendedDateIsTheOneCountedAnew(
            @ForAll("calendars") FakeCalendar old, @ForAll("calendars") FakeCalendar amended, @ForAll int pick) {
        Journey journey = JOURNEYS.get(Math.floorMod(pick, JOURNEYS.size()));
        State state = journey.state();
        LocalDate today = Journey.FIRST_DAY.plusDays(Math.floorMod(pick / 31, 90));
        Map<String, Deadline> before = ends(RunningLimits.of(state, setting(journey, old, today)));
        Setting setting = setting(journey, amended, today);
        Map<String, Deadline> fresh = ends(RunningLimits.of(state, setting));
        Decision decision = Amendment.decide(state, new Dates(old.edition(), before), setting);
        Map<String, Deadline> after = ends(RunningLimits.of(decision.state(), setting));

        assertThat(after.keySet()).containsAll(fresh.keySet());
        fresh.forEach((key, counted) -> {
            if (before.containsKey(key)) {
                LocalDate least = earlier(before.get(key).day(), today);
                assertThat(after.get(key).day()).isEqualTo(later(counted.day(), least));
                if (!counted.day().isBefore(least)) {
                    assertThat(after.get(key)).isEqualTo(counted);
                }
            }
        });
        Dates told = Amendment.dates(
                decision.state(),
                new Dates(old.edition(), before),
                !decision.events().isEmpty(),
                setting);
        assertThat(Amendment.decide(decision.state(), told, setting(journey, named(amended), today))
                        .events())
                .isEmpty();
        journals(decision, before, after);
    }

    /** The event tells of each limit what it was and what it is. */
    private static void journals(Decision decision, Map<String, Deadline> before, Map<String, Deadline> after) {
        for (Recorded recorded : decision.events()) {
            ((DeadlinesMoved) recorded.event()).moved().forEach(move -> {
                assertThat(before.entrySet()).anySatisfy(e -> {
                    assertThat(e.getKey()).startsWith(move.limit() + "@");
                    assertThat(e.getValue()).isEqualTo(move.from());
                });
                assertThat(after.entrySet()).anySatisfy(e -> {
                    assertThat(e.getKey()).startsWith(move.limit() + "@");
                    assertThat(e.getValue()).isEqualTo(move.to());
                });
            });
        }
    }

    private static FakeCalendar named(FakeCalendar same) {
        return new FakeCalendar(same.base(), same.edition() + "'", same.off(), same.worked(), same.published());
    }

    private static Setting setting(Journey journey, FakeCalendar calendar, LocalDate today) {
        Setting own = journey.county.engine.core().setting(journey.state());
        Instant now = MovableClock.at(today);
        return new Setting(now, calendar, own.rules(), own.bench(), own.ids(), own.elsewhere());
    }

    private static Map<String, Deadline> ends(List<Limit> limits) {
        Map<String, Deadline> ends = new HashMap<>();
        limits.forEach(limit -> ends.put(limit.key(), limit.end()));
        return ends;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
