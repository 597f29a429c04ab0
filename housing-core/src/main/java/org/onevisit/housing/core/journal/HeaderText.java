package org.onevisit.housing.core.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a header, field by field, in the order in which it is written. Formats 1 and 2 had one event in an entry, and its fields
 * beside {@code v}; format 3 has a list of them. What is empty, or as before, is left out ({@code docs/journal-format.md}).
 */
@JsonInclude(Include.NON_EMPTY)
record HeaderText(
        int v,
        @Nullable String type,
        Instant at,
        @Nullable String step,
        @Nullable String actor,
        @Nullable String stamp,
        @Nullable List<String> facts,
        @Nullable List<String> outcomes,
        @Nullable List<Line> events,
        String alg,
        String kid,
        String chain) {
    /** The format that is written; all are read. */
    private static final int FORMAT = 3;

    /** An event of an entry. */
    @JsonInclude(Include.NON_EMPTY)
    record Line(
            String type,
            @Nullable Instant at,
            @Nullable String step,
            @Nullable String actor,
            @Nullable String stamp,
            @Nullable List<String> facts,
            @Nullable List<String> outcomes) {}

    static HeaderText of(Instant at, List<Line> events, String alg, String kid, String chain) {
        return new HeaderText(FORMAT, null, at, null, null, null, null, null, events, alg, kid, chain);
    }

    List<Line> lines() {
        return events == null
                ? List.of(new Line(Objects.requireNonNull(type, "type"), at, step, actor, stamp, facts, outcomes))
                : events;
    }
}
