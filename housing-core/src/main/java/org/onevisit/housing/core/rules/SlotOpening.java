package org.onevisit.housing.core.rules;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.onevisit.housing.core.event.VerificationEvents.SlotsOpened;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;

/** Opens slots: one for each wanted check, or those that are to be asked again. Without every signature they stay closed. */
final class SlotOpening {
    private SlotOpening() {}

    /** Every wanted check, for everybody. */
    static SlotsOpened all(State state, Setting setting) {
        return opened(state, setting, rule -> true, everybody(state.application()));
    }

    /** These checks, for everybody. */
    static SlotsOpened named(State state, Setting setting, Set<String> checks) {
        return opened(state, setting, rule -> checks.contains(rule.check()), everybody(state.application()));
    }

    /** Every wanted check whose persons have changed; answers for the others are kept. */
    static SlotsOpened touched(State state, Setting setting, Set<String> persons) {
        SlotsOpened fresh = opened(state, setting, rule -> !persons.isEmpty(), persons);
        Set<String> members = everybody(state.application());
        List<Slot> kept = fresh.slots().stream()
                .map(slot -> withAnswers(slot, state.verification().slots().get(slot.check()), members, persons))
                .toList();
        return new SlotsOpened(fresh.round(), kept);
    }

    /** Checks whose answers are no longer fresh on that day. */
    static SlotsOpened stale(State state, Setting setting, LocalDate day) {
        return opened(state, setting, rule -> !fresh(state, rule, setting, day), everybody(state.application()));
    }

    private static SlotsOpened opened(State state, Setting setting, Predicate<CheckRule> wanted, Set<String> persons) {
        int round = state.verification().round() + 1;
        boolean authorised = unsigned(state.application()).isEmpty();
        List<Slot> slots = new ArrayList<>();
        for (CheckRule rule : setting.rules().checks()) {
            if (wanted.test(rule)) {
                slots.add(new Slot(
                        rule.check(),
                        rule.agency(),
                        state.number() + "." + rule.check() + "." + round,
                        authorised ? Slot.Status.OPEN : Slot.Status.UNAUTHORISED,
                        ImmutableSet.copyOf(persons),
                        setting.today(),
                        rule.limit(),
                        0,
                        authorised ? Optional.of(setting.now()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        "",
                        authorised ? Slot.Cause.NONE : Slot.Cause.NOT_AUTHORISED,
                        Set.of()));
            }
        }
        return new SlotsOpened(round, slots);
    }

    private static Slot withAnswers(
            Slot slot, @org.jspecify.annotations.Nullable Slot old, Set<String> members, Set<String> changed) {
        if (old == null) {
            return slot;
        }
        Map<String, Answer> kept = new java.util.LinkedHashMap<>(old.answers());
        kept.keySet().removeIf(person -> changed.contains(person) || !members.contains(person));
        Set<String> ask = new TreeSet<>(slot.asked());
        members.stream().filter(m -> old.asked().contains(m)).forEach(ask::add);
        return new Slot(
                slot.check(),
                slot.agency(),
                slot.inquiry(),
                slot.status(),
                ImmutableSet.copyOf(ask),
                slot.openedOn(),
                slot.limit(),
                0,
                slot.nextTry(),
                Optional.empty(),
                Optional.empty(),
                Map.copyOf(kept),
                old.stamp(),
                slot.cause(),
                Set.of());
    }

    private static boolean fresh(State state, CheckRule rule, Setting setting, LocalDate day) {
        Slot slot = state.verification().slots().get(rule.check());
        if (slot == null || slot.status() != Slot.Status.ANSWERED) {
            return false;
        }
        return slot.answers().values().stream().allMatch(answer -> asOf(answer)
                .map(asOf ->
                        !setting.calendar().after(asOf, rule.freshFor()).day().isBefore(day))
                .orElse(false));
    }

    private static Optional<LocalDate> asOf(Answer answer) {
        if (answer instanceof Answer.Facts facts) {
            return Optional.of(facts.asOf());
        }
        return answer instanceof Answer.NothingOnRecord nothing ? Optional.of(nothing.asOf()) : Optional.empty();
    }

    private static Set<String> everybody(Application application) {
        Set<String> ids = new TreeSet<>();
        application.household().members().forEach(m -> ids.add(m.id()));
        return ids;
    }

    /** Members for whom no signature for verification was given. */
    static List<Member> unsigned(Application application) {
        return application.household().members().stream()
                .filter(m -> application.authorisations().stream()
                        .noneMatch(a -> a.member().equals(m.id())
                                && a.purpose().equals(Authorisation.HOUSING_SECURITY_VERIFICATION)))
                .toList();
    }
}
