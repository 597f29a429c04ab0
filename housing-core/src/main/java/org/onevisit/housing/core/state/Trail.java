package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.MemberField;

/**
 * What stands behind the answers of a slot.
 *
 * @param sources where an answer came from, by person, where it is not the slot's own inquiry and stamp or has an end of its own
 * @param aside answers that were recorded and do not count: contradicting ones, and those after the end
 * @param disclosed fields that the agency was told under the slot's inquiry
 */
public record Trail(Map<String, Source> sources, Map<String, Answer> aside, Set<MemberField> disclosed) {
    /** Nothing remarkable. */
    public static final Trail NONE = new Trail(Map.of(), Map.of(), Set.of());

    /** Copies; what an earlier release did not write is empty. */
    public Trail(
            @Nullable Map<String, Source> sources,
            @Nullable Map<String, Answer> aside,
            @Nullable Set<MemberField> disclosed) {
        this.sources = sources == null ? ImmutableMap.of() : ImmutableMap.copyOf(sources);
        this.aside = aside == null ? ImmutableMap.of() : ImmutableMap.copyOf(aside);
        this.disclosed = disclosed == null ? ImmutableSet.of() : Sets.immutableEnumSet(disclosed);
    }

    /**
     * Where an answer came from.
     *
     * @param inquiry that the agency answered; holds the application number
     * @param stamp plugin and version that answered
     * @param validUntil last day on which the agency lets it be used, where it sets one
     * @param recognised was it given in another application?
     */
    public record Source(String inquiry, String stamp, Optional<LocalDate> validUntil, boolean recognised) {}

    /** With more sources. */
    Trail from(Map<String, Source> more) {
        Map<String, Source> all = new LinkedHashMap<>(sources);
        all.putAll(more);
        return new Trail(all, aside, disclosed);
    }

    /** With answers put aside. */
    Trail aside(Map<String, Answer> more) {
        Map<String, Answer> all = new LinkedHashMap<>(aside);
        all.putAll(more);
        return new Trail(sources, all, disclosed);
    }

    /** With more fields told. */
    Trail told(Set<MemberField> fields) {
        return new Trail(sources, aside, Sets.union(disclosed, fields));
    }

    /** Without these persons. */
    Trail without(Set<String> persons) {
        return new Trail(
                ImmutableMap.copyOf(com.google.common.collect.Maps.filterKeys(sources, p -> !persons.contains(p))),
                ImmutableMap.copyOf(com.google.common.collect.Maps.filterKeys(aside, p -> !persons.contains(p))),
                disclosed);
    }
}
