package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeChange.Treatment;

/**
 * What would become of all applications under another edition; each is counted once.
 *
 * @param edition the other edition
 * @param counts how many applications of a group fare how; every group and kind is there
 * @param byClause how many of those that get better or worse do so by a clause; one may be under several
 * @param editions how many are judged by which edition now, by pack and version
 * @param treatments what becomes of how many of a group by the other edition's transition clause; every group and treatment is there
 */
public record OutcomeDifference(
        EditionId edition,
        Map<Group, Map<Kind, Long>> counts,
        Map<String, Long> byClause,
        Map<String, Long> editions,
        Map<Group, Map<Treatment, Long>> treatments) {
    /** Copies the maps, in their order. */
    public OutcomeDifference {
        requireNonNull(edition, "edition");
        counts = copied(counts);
        treatments = copied(treatments);
        byClause = Collections.unmodifiableMap(new LinkedHashMap<>(byClause));
        editions = Collections.unmodifiableMap(new LinkedHashMap<>(editions));
    }

    private static <T> Map<Group, Map<T, Long>> copied(Map<Group, Map<T, Long>> counts) {
        Map<Group, Map<T, Long>> copy = new LinkedHashMap<>();
        counts.forEach((group, some) -> copy.put(group, Collections.unmodifiableMap(new LinkedHashMap<>(some))));
        return Collections.unmodifiableMap(copy);
    }

    /** Of how many applications of a group this becomes. */
    public long treated(Group group, Treatment treatment) {
        return treatments.getOrDefault(group, Map.of()).getOrDefault(treatment, 0L);
    }

    /** How many applications of a group fare so. */
    public long count(Group group, Kind kind) {
        return counts.getOrDefault(group, Map.of()).getOrDefault(kind, 0L);
    }

    /** How many applications of a group there are; all of them are accounted for. */
    public long total(Group group) {
        return counts.getOrDefault(group, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
