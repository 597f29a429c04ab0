package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Set;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.policy.ProcessRules;

/** What other applications of the county hold about the same persons. One indexed question each time it is asked. */
@FunctionalInterface
public interface Elsewhere {
    /** A county where nobody has applied before. */
    Elsewhere NOTHING = (state, members) -> List.of();

    /**
     * The other applications in which one of these members stands, latest first. One that is erased or does not open is left out.
     *
     * @param members ids of members of {@code state}
     */
    List<Other> of(State state, Set<String> members);

    /**
     * Another application.
     *
     * @param state as it stands now
     * @param rules of its edition
     */
    record Other(State state, ProcessRules rules) {}
}
