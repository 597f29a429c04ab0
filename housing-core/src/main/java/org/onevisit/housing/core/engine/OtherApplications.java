package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.rules.Elsewhere;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other applications of a county in which the same persons stand, found by their tokens. */
final class OtherApplications implements Elsewhere {
    private static final Logger log = LoggerFactory.getLogger(OtherApplications.class);
    /** Of many applications of the same people the latest are looked at; older findings are hardly fresh. */
    private static final int MOST = 20;

    private final Core core;

    OtherApplications(Core core) {
        this.core = core;
    }

    @Override
    public List<Other> of(State state, Set<String> members) {
        List<String> tokens = state.application().household().members().stream()
                .filter(member -> members.contains(member.id()))
                .map(member -> core.rows().person(member.identity().number()))
                .toList();
        List<ApplicationNumber> numbers = new ArrayList<>(core.store().findAny(tokens));
        numbers.remove(state.number());
        Collections.reverse(numbers);
        List<Other> others = new ArrayList<>();
        for (ApplicationNumber number : numbers.subList(0, Math.min(MOST, numbers.size()))) {
            other(number)
                    .filter(other -> other.state()
                            .application()
                            .division()
                            .equals(state.application().division()))
                    .ifPresent(others::add);
        }
        return others;
    }

    /** One that does not open, erased or under another key, holds nothing that could be used again. */
    private Optional<Other> other(ApplicationNumber number) {
        try {
            return core.state(number)
                    .map(state -> new Other(
                            state, core.editions().rules(state.identity().edition())));
        } catch (HousingException | IllegalStateException e) {
            log.debug("application {} does not open: nothing of it is recognised", number, e);
            return Optional.empty();
        }
    }
}
