package org.onevisit.housing.core.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clear part of an event. No personal data. What is empty is left out.
 *
 * @param v version of the format
 * @param type what happened
 * @param at when
 * @param step step after it
 * @param actor who did it
 * @param stamp plugin and version
 * @param facts names of facts
 * @param outcomes outcome codes
 * @param alg algorithm that seals the rest
 * @param kid name of the county's key
 * @param chain algorithm of the chain
 */
record Header(
        int v,
        String type,
        Instant at,
        String step,
        String actor,
        @JsonInclude(Include.NON_EMPTY) String stamp,
        @JsonInclude(Include.NON_EMPTY) List<String> facts,
        @JsonInclude(Include.NON_EMPTY) List<String> outcomes,
        String alg,
        String kid,
        String chain) {
    /** The format that is written; both are read. */
    static final int FORMAT = 2;

    Header(
            int v,
            String type,
            Instant at,
            String step,
            String actor,
            @Nullable String stamp,
            @Nullable List<String> facts,
            @Nullable List<String> outcomes,
            String alg,
            String kid,
            String chain) {
        this.v = v;
        this.type = type;
        this.at = at;
        this.step = step;
        this.actor = actor;
        this.stamp = Objects.requireNonNullElse(stamp, "");
        this.facts = Objects.requireNonNullElse(facts, List.of());
        this.outcomes = Objects.requireNonNullElse(outcomes, List.of());
        this.alg = alg;
        this.kid = kid;
        this.chain = chain;
    }
}
