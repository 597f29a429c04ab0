package org.onevisit.housing.host.swap;

import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.host.swap.Plan.EditionDifference;
import org.onevisit.housing.view.OutcomeDifference;
import org.onevisit.housing.view.PluginUse;

/** What a plan counted, and how far it has drifted. */
final class Counted {
    private Counted() {}

    static Map<String, Long> of(Plan plan) {
        Map<String, Long> counted = new TreeMap<>();
        for (PluginUse use : plan.use()) {
            counted.put("inquiries open at " + use.stamp(), use.open());
            counted.put("inquiries promised by " + use.stamp(), use.promised());
        }
        plan.pack().ifPresent(pack -> pack.editions()
                .forEach(edition -> edition.outcome().ifPresent(outcome -> outcomes(edition, outcome, counted))));
        return counted;
    }

    private static void outcomes(EditionDifference edition, OutcomeDifference outcome, Map<String, Long> counted) {
        outcome.counts()
                .forEach((group, kinds) -> kinds.forEach((kind, count) ->
                        counted.put("%s %s: %s %s".formatted(edition.pack(), edition.version(), group, kind), count)));
        outcome.treatments()
                .forEach((group, all) -> all.forEach((treatment, count) -> counted.put(
                        "%s %s: %s %s".formatted(edition.pack(), edition.version(), group, treatment), count)));
    }

    /** How many things are counted differently now: the sum of all differences. */
    static long drift(Map<String, Long> then, Map<String, Long> now) {
        Map<String, Long> all = new TreeMap<>(then);
        now.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .mapToLong(name -> Math.abs(then.getOrDefault(name, 0L) - now.getOrDefault(name, 0L)))
                .sum();
    }
}
