package org.onevisit.housing.core.rules;

import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.VerificationEvents.SlotsOpened;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Trail.Source;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;

/**
 * Opens slots: one for each wanted check, or those that are to be asked again. Without every signature they stay closed. What other
 * applications hold is recognised, except where somebody wants the agencies to be asked anew.
 */
final class SlotOpening {
    private final State state;
    private final Setting setting;
    private final Set<String> members;

    private SlotOpening(State state, Setting setting) {
        this.state = state;
        this.setting = setting;
        this.members = everybody(state);
    }

    /** Every wanted check, for everybody. */
    static List<Event> all(State state, Setting setting) {
        SlotOpening opening = new SlotOpening(state, setting);
        return opening.recognised(opening.opened(rule -> opening.members), setting.today());
    }

    /** Every wanted check, for everybody; agencies are asked whatever was found elsewhere. */
    static List<Event> anew(State state, Setting setting) {
        SlotOpening opening = new SlotOpening(state, setting);
        return List.of(opening.opened(rule -> opening.members));
    }

    /** These checks, for everybody; agencies are asked whatever was found elsewhere. */
    static List<Event> named(State state, Setting setting, Set<String> checks) {
        SlotOpening opening = new SlotOpening(state, setting);
        return List.of(opening.opened(rule -> checks.contains(rule.check()) ? opening.members : Set.of()));
    }

    /**
     * Every wanted check whose persons have changed; answers for the others are kept.
     *
     * @param regrouped is the household made up of other people now? Then facts of the household are asked again
     */
    static List<Event> touched(State state, Setting setting, Set<String> persons, boolean regrouped) {
        SlotOpening opening = new SlotOpening(state, setting);
        SlotsOpened fresh = opening.keeping(rule -> regrouped && ofHousehold(rule) ? opening.members : persons, true);
        return fresh.slots().isEmpty() ? List.of() : opening.recognised(fresh, setting.today());
    }

    /** Persons of checks whose answers are no longer fresh on that day; answers that are fresh are kept. */
    static List<Event> stale(State state, Setting setting, LocalDate day) {
        SlotOpening opening = new SlotOpening(state, setting);
        return opening.recognised(opening.keeping(rule -> opening.stale(rule, day), false), day);
    }

    private List<Event> recognised(SlotsOpened opened, LocalDate day) {
        State after = state.with(state.verification().opened(opened.round(), opened.slots()));
        return IntakeRules.follow(opened, Recognition.of(after, opened.slots(), setting, day));
    }

    /** Slots for the checks that are to be asked about somebody. */
    private SlotsOpened opened(Function<CheckRule, Set<String>> persons) {
        int round = state.verification().round() + 1;
        boolean authorised =
                SignatureInForce.unsigned(state.application(), setting.today()).isEmpty();
        List<Slot> slots = new ArrayList<>();
        for (CheckRule rule : setting.rules().checks()) {
            Set<String> asked = persons.apply(rule);
            if (!asked.isEmpty()) {
                slots.add(Slot.opening(
                        rule,
                        state.number() + "." + rule.check() + "." + round,
                        asked,
                        setting.today(),
                        authorised ? Optional.of(setting.now()) : Optional.empty()));
            }
        }
        return new SlotsOpened(round, slots);
    }

    /** The same with the answers that still count; {@code changed} when people have, so that what was being asked goes on. */
    private SlotsOpened keeping(Function<CheckRule, Set<String>> persons, boolean changed) {
        SlotsOpened fresh = opened(rule -> {
            Set<String> wanted = persons.apply(rule);
            Slot old = state.verification().slots().get(rule.check());
            if (wanted.isEmpty() || old == null || !changed) {
                return wanted;
            }
            return new TreeSet<>(Sets.union(wanted, Sets.intersection(old.asked(), members)));
        });
        return new SlotsOpened(
                fresh.round(),
                fresh.slots().stream()
                        .map(slot ->
                                withAnswers(slot, state.verification().slots().get(slot.check()), changed))
                        .toList());
    }

    private Slot withAnswers(Slot slot, @Nullable Slot old, boolean changed) {
        if (old == null) {
            return slot;
        }
        boolean wholeKept = !changed && !slot.asked().containsAll(members);
        Map<String, Answer> kept = new LinkedHashMap<>(old.answers());
        kept.keySet()
                .removeIf(person -> person.equals(Household.SUBJECT)
                        ? !wholeKept
                        : slot.asked().contains(person) || !members.contains(person));
        Map<String, Source> sources = new LinkedHashMap<>();
        kept.keySet().forEach(person -> sources.put(person, old.source(person)));
        return kept.isEmpty() ? slot : slot.knowing(kept, sources);
    }

    /** Persons whose answer is missing or no longer fresh; everybody when the household's own is not. */
    private Set<String> stale(CheckRule rule, LocalDate day) {
        Slot slot = state.verification().slots().get(rule.check());
        if (slot == null) {
            return members;
        }
        Set<String> persons = new HashSet<>(members);
        persons.removeIf(person -> fresh(slot, person, rule, day));
        boolean household = slot.answers().containsKey(Household.SUBJECT);
        return household && !fresh(slot, Household.SUBJECT, rule, day) ? members : new TreeSet<>(persons);
    }

    private boolean fresh(Slot slot, String person, CheckRule rule, LocalDate day) {
        return Optional.ofNullable(slot.answers().get(person))
                .flatMap(Freshness::asOf)
                .filter(asOf -> Freshness.fresh(asOf, slot.source(person), rule, setting, day))
                .isPresent();
    }

    private static boolean ofHousehold(CheckRule rule) {
        return rule.supplies().stream().anyMatch(key -> key.subject() == FactKey.Subject.HOUSEHOLD);
    }

    private static Set<String> everybody(State state) {
        Set<String> ids = new TreeSet<>();
        state.application().household().members().stream().map(Member::id).forEach(ids::add);
        return ids;
    }
}
