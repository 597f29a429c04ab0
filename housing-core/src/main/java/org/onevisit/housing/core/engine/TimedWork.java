package org.onevisit.housing.core.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    TimedWork(Core core, Calls calls, Errands errands) {
        this.core = core;
        this.calls = calls;
        this.errands = errands;
        calendars = new CalendarWatch(core);
        editions = new EditionWatch(core, AT_ONCE);
    }

    int runDue(Instant now) {
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
            Set<ApplicationNumber> moved = decide(due);
            List<ApplicationNumber> calling =
                    due.stream().filter(number -> !moved.contains(number)).toList();
            called.addAll(calling);
            calls.gather(() -> calling.forEach(this::call));
        }
    }

    /** Raises what is due, of all these applications in one commit; tells which ones moved. */
    private Set<ApplicationNumber> decide(List<ApplicationNumber> due) {
        Set<ApplicationNumber> moved = java.util.concurrent.ConcurrentHashMap.newKeySet();
        for (ApplicationNumber number : due) {
            var unused = core.post(number, (dossier, setting) -> {
                Decision decision = next(dossier, setting);
                if (!decision.events().isEmpty()) {
                    moved.add(number);
                }
                return decision;
            });
        }
        core.pump();
        return moved;
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
