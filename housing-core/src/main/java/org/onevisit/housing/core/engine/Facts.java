package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.rules.Assembly;
import org.onevisit.housing.core.rules.Freshness;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Trail;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.view.FindingOrigin;

/** What agencies answered, line by line, for people. */
final class Facts {
    private Facts() {}

    static List<FactUsed> of(State state, Setting setting) {
        Evidence evidence = Assembly.evidence(
                state, setting.rules(), Days.of(state.timeline().receivedAt()));
        List<FactUsed> lines = new ArrayList<>();
        setting.rules().checks().forEach(rule -> rule.supplies()
                .forEach(key -> evidence.states().forEach((person, facts) -> {
                    FactState found = facts.get(key);
                    if (found != null
                            && lines.stream()
                                    .noneMatch(l -> l.fact().equals(key.name())
                                            && l.person().equals(person))) {
                        lines.add(line(key, person, found));
                    }
                })));
        return lines;
    }

    /** Where each answer came from; {@code named} for whoever may know of another application. */
    static List<FindingOrigin> origins(State state, boolean named) {
        List<FindingOrigin> origins = new ArrayList<>();
        for (Slot slot : state.verification().slots().values()) {
            slot.answers().forEach((person, answer) -> {
                Trail.Source source = slot.source(person);
                origins.add(new FindingOrigin(
                        slot.check(),
                        person,
                        source.recognised(),
                        named || !source.recognised() ? Optional.of(source.inquiry()) : Optional.empty(),
                        source.stamp(),
                        Freshness.asOf(answer)));
            });
        }
        return origins;
    }

    private static FactUsed line(FactKey key, String person, FactState found) {
        Optional<String> source = found.source().isEmpty() ? Optional.empty() : Optional.of(found.source());
        if (found instanceof FactState.Known known) {
            return new FactUsed(
                    key.name(),
                    key.chinese(),
                    person,
                    Optional.of(known.fact().text()),
                    source,
                    Optional.of(known.asOf()),
                    Optional.empty());
        }
        if (found instanceof FactState.NothingOnRecord nothing) {
            return new FactUsed(
                    key.name(),
                    key.chinese(),
                    person,
                    Optional.empty(),
                    source,
                    Optional.of(nothing.asOf()),
                    Optional.empty());
        }
        return new FactUsed(
                key.name(),
                key.chinese(),
                person,
                Optional.empty(),
                source,
                Optional.empty(),
                Optional.of(((FactState.Unknown) found).reason()));
    }
}
