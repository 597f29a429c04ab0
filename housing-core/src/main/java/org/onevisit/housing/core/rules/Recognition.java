package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.VerificationEvents.FindingRecognised;
import org.onevisit.housing.core.rules.Elsewhere.Other;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Trail.Source;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;

/**
 * Mutual recognition (结果互认): what an agency answered about a person in another application is used again while it is fresh and the
 * person's signature there holds. Only what an agency answered there itself, undisputed, and no more than the county relies on.
 */
final class Recognition {
    private final State state;
    private final Setting setting;
    private final LocalDate day;

    private Recognition(State state, Setting setting, LocalDate day) {
        this.state = state;
        this.setting = setting;
        this.day = day;
    }

    /**
     * What can be recognised in slots that have just opened.
     *
     * @param opened the state with the slots open
     * @param day on which the findings have to be fresh
     */
    static List<Event> of(State opened, Collection<Slot> slots, Setting setting, LocalDate day) {
        List<Slot> open = slots.stream()
                .filter(slot ->
                        slot.status() == Slot.Status.OPEN && setting.rules().recognises(slot.check()))
                .toList();
        Set<String> asked = new TreeSet<>();
        open.forEach(slot -> asked.addAll(slot.asked()));
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Other> others = setting.elsewhere().of(opened, asked);
        return others.isEmpty() ? List.of() : new Recognition(opened, setting, day).events(open, others);
    }

    private List<Event> events(List<Slot> slots, List<Other> others) {
        List<State> known = Stream.concat(Stream.of(state), others.stream().map(Other::state))
                .toList();
        List<Event> events = new ArrayList<>();
        for (Slot slot : slots) {
            Map<String, Found> found = new LinkedHashMap<>();
            setting.rules().check(slot.check()).ifPresent(rule -> {
                List<Origin> origins = others.stream()
                        .flatMap(other -> Origin.of(this, other, rule, known).stream())
                        .toList();
                slot.asked().forEach(person -> best(person(person), origins).ifPresent(f -> found.put(person, f)));
                if (!found.isEmpty() && !slot.answers().containsKey(Household.SUBJECT)) {
                    origins.stream()
                            .flatMap(origin -> origin.household().stream())
                            .max(Found.LATEST)
                            .ifPresent(f -> found.put(Household.SUBJECT, f));
                }
            });
            if (!found.isEmpty()) {
                Map<String, Answer> answers = new LinkedHashMap<>();
                Map<String, Source> sources = new LinkedHashMap<>();
                found.forEach((person, f) -> {
                    answers.put(person, f.answer());
                    sources.put(person, f.source());
                });
                events.add(new FindingRecognised(slot.check(), slot.inquiry(), answers, sources));
            }
        }
        return events;
    }

    private Member person(String id) {
        return state.application().household().member(id).orElseThrow();
    }

    private static Optional<Found> best(Member person, List<Origin> origins) {
        return origins.stream().flatMap(origin -> origin.about(person).stream()).max(Found.LATEST);
    }

    /** An answer that may be used again, and the day that it speaks of. */
    private record Found(Answer answer, Source source, LocalDate asOf) {
        static final Comparator<Found> LATEST = Comparator.comparing(Found::asOf)
                .thenComparing(found -> found.source().inquiry());
    }

    /** The slot of one check in another application, out of which answers may be taken. */
    private record Origin(Recognition here, Other other, CheckRule rule, Slot slot, List<State> known) {
        static Optional<Origin> of(Recognition here, Other other, CheckRule rule, List<State> known) {
            boolean usable = other.state().hearing().upheld().isEmpty()
                    && Authorisations.hold(other.state(), other.rules(), here.setting)
                    && (here.sameHousehold(other.state())
                            || rule.supplies().stream().noneMatch(key -> key.subject() == FactKey.Subject.HOUSEHOLD));
            return Optional.ofNullable(other.state().verification().slots().get(rule.check()))
                    .filter(slot -> usable && slot.flags().isEmpty())
                    .map(slot -> new Origin(here, other, rule, slot, known));
        }

        Optional<Found> about(Member person) {
            return other.state().application().household().members().stream()
                    .filter(member -> member.identity().equals(person.identity()))
                    .findFirst()
                    .filter(this::signed)
                    .flatMap(member -> found(member.id()));
        }

        /** The answer for the household as a whole, where everybody signed there and the household is the same. */
        Optional<Found> household() {
            return here.sameHousehold(other.state())
                            && other.state().application().household().members().stream()
                                    .allMatch(this::signed)
                    ? found(Household.SUBJECT)
                    : Optional.empty();
        }

        private boolean signed(Member member) {
            return Authorisations.holds(other.state(), member, here.day, known);
        }

        private Optional<Found> found(String id) {
            Answer answer = slot.answers().get(id);
            Source source = slot.source(id);
            if (answer == null || source.recognised()) {
                return Optional.empty();
            }
            return Freshness.asOf(answer)
                    .filter(asOf -> Freshness.fresh(asOf, source, rule, here.setting, here.day))
                    .flatMap(asOf -> reliedOn(answer)
                            .map(used -> new Found(
                                    used,
                                    new Source(source.inquiry(), source.stamp(), source.validUntil(), true),
                                    asOf)));
        }

        /** The facts that the county relies on; empty when it relies on one now that it did not want then and that is not there. */
        private Optional<Answer> reliedOn(Answer answer) {
            if (!(answer instanceof Answer.Facts facts)) {
                return Optional.of(answer);
            }
            Set<FactKey> wantedThen = other.rules().check(rule.check()).stream()
                    .flatMap(then -> then.supplies().stream())
                    .collect(Collectors.toSet());
            boolean complete = Stream.concat(wantedThen.stream(), facts.facts().keySet().stream())
                    .collect(Collectors.toSet())
                    .containsAll(rule.supplies());
            Map<FactKey, org.onevisit.housing.model.Fact> used = new LinkedHashMap<>(facts.facts());
            used.keySet().retainAll(Set.copyOf(rule.supplies()));
            return complete ? Optional.of(new Answer.Facts(facts.asOf(), used)) : Optional.empty();
        }
    }

    private boolean sameHousehold(State other) {
        return identities(state).equals(identities(other));
    }

    private static Set<ResidentId> identities(State state) {
        return state.application().household().members().stream()
                .map(Member::identity)
                .collect(Collectors.toSet());
    }
}
