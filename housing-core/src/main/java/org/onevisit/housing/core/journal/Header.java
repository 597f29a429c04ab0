package org.onevisit.housing.core.journal;

import java.time.Instant;
import java.util.List;

/**
 * The clear part of an event. No personal data.
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
        String stamp,
        List<String> facts,
        List<String> outcomes,
        String alg,
        String kid,
        String chain) {}
