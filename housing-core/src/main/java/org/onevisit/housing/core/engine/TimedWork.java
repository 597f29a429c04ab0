package org.onevisit.housing.core.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.call.Calls;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.rules.AwardRules;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.rules.Timers;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All timed work: deadlines, agencies to be asked again, answers to be fetched, papers, notices, reviews. Nothing happens by itself. */
final class TimedWork {
    private static final Logger log = LoggerFactory.getLogger(TimedWork.class);
    private static final int AT_ONCE = 500;
    private final Core core;
    private final Calls calls;
    private final Errands errands;
    private final CalendarWatch calendars;
    private final EditionWatch editions;
    /** Of these it was told that what is due cannot be done. */
    private final Set<ApplicationNumber> troubled = ConcurrentHashMap.newKeySet();

    private final Consumer<Instant> calendar;

    /** {@code calendar} looks whether there are other days than those in force. */
    TimedWork(Core core, Calls calls, Errands errands, Consumer<Instant> calendar) {
        this.calendar = calendar;
        this.core = core;
        this.calls = calls;
        this.errands = errands;
        calendars = new CalendarWatch(core);
        editions = new EditionWatch(core, AT_ONCE);
    }

    int runDue(Instant now) {
        calendar.accept(now);
        calendars.due(now);
        editions.due(now);
        calls.gather(() -> {
            core.agencies().interruptOverTime();
            core.channels().interruptOverTime();
        });
        errands.agencies().arrived(core.agencies().takeArrivals());
        errands.deliveries().arrived(core.channels().takeArrivals());
        errands.collections().due(now);
        errands.handIns().due(now);
        Set<ApplicationNumber> touched = new HashSet<>();
        Set<ApplicationNumber> called = new HashSet<>();
        while (true) {
            List<ApplicationNumber> due = core.store().due(now, AT_ONCE + called.size()).stream()
                    .filter(number -> !called.contains(number))
                    .toList();
            if (due.isEmpty()) {
                return touched.size();
            }
            touched.addAll(due);
            Turn turn = decide(due);
            List<ApplicationNumber> calling = due.stream()
                    .filter(number -> !turn.moved().contains(number))
                    .filter(number -> !turn.failed().contains(number))
                    .toList();
            called.addAll(calling);
            called.addAll(turn.failed());
            calls.gather(() -> calling.forEach(this::call));
        }
    }

    /** Which applications moved, and which could not be written or decided: those wait for the next timed work. */
    private record Turn(Set<ApplicationNumber> moved, Set<ApplicationNumber> failed) {}

    /** Raises what is due, of all these applications in one commit. */
    private Turn decide(List<ApplicationNumber> due) {
        Turn turn = new Turn(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        for (ApplicationNumber number : due) {
            var unused = core.post(number, (dossier, setting) -> {
                        Decision decision = next(dossier, setting);
                        if (!decision.events().isEmpty()) {
                            turn.moved().add(number);
                        }
                        return decision;
                    })
                    .whenComplete((reply, failure) -> ended(number, failure, turn));
        }
        core.pump();
        return turn;
    }

    private void ended(ApplicationNumber number, @Nullable Throwable failure, Turn turn) {
        if (failure == null) {
            troubled.remove(number);
            return;
        }
        turn.failed().add(number);
        boolean store = failure instanceof HousingException e && e.code() == ErrorCode.STORE_UNAVAILABLE;
        if (!store && troubled.add(number)) {
            log.warn("application {}: what is due cannot be done; it is tried again", number, failure);
        }
    }

    /** What is due next of one application; first of all that an amended calendar is heeded. */
    private Decision next(Dossier dossier, Setting setting) {
        Decision amended = CalendarWatch.amended(dossier, setting);
        if (!amended.events().isEmpty()) {
            return amended;
        }
        State state = dossier.state();
        Optional<Timers.Timer> timer = new Timers(state, setting)
                .flow().stream().filter(t -> !t.at().isAfter(setting.now())).findFirst();
        if (decides(state, timer) && !core.mayDecide()) {
            return Approvals.unchanged(state); // it stays due
        }
        return timer.isPresent() ? Decider.decide(state, timer.get().order(), setting) : AwardRules.due(state, setting);
    }

    /** Would what is due next decide something: approve an application, or judge an award? */
    private static boolean decides(State state, Optional<Timers.Timer> timer) {
        return timer.map(t -> t.order().trigger() == Trigger.NOTICE_EXPIRED)
                .orElseGet(() -> state.award().flatMap(Award::openReview).isPresent());
    }

    private void call(ApplicationNumber number) {
        try {
            core.state(number).ifPresent(state -> errands.follow(Optional.empty(), state));
        } catch (RuntimeException e) {
            log.warn("application {}: a call could not start; it is tried again", number, e);
        }
    }
}
