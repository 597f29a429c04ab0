package org.onevisit.housing.host.demo.run;

import java.util.List;
import org.onevisit.housing.host.demo.people.Draws;

/** How prompt agencies and officers are. Every figure is invented. */
public enum Tempo {
    /** Agencies answer at once, officers within a day or two. */
    PROMPT,
    /** Some are late, some are silent, some cannot be reached. */
    MIXED;

    /** Working days until the window looks at what came in. */
    int window(Draws draws) {
        return this == PROMPT ? draws.between(0, 1) : spread(draws, new int[] {0, 2, 3, 4, 7, 8}, 88, 9, 3);
    }

    /** Working days until an officer of the subdistrict speaks. */
    int subdistrict(Draws draws) {
        return this == PROMPT ? draws.between(0, 2) : spread(draws, new int[] {1, 4, 5, 8, 9, 20}, 80, 14, 6);
    }

    /** Working days until the panel meets. */
    int panel(Draws draws) {
        return this == PROMPT ? draws.between(0, 2) : spread(draws, new int[] {1, 4, 5, 9, 10, 22}, 80, 14, 6);
    }

    /** Working days until the panel's chair rules on an objection. */
    int chair(Draws draws) {
        return this == PROMPT ? draws.between(0, 1) : draws.between(1, 5);
    }

    /** From most to least common: three ranges, each by its two ends, with their weights. */
    private static int spread(Draws draws, int[] ends, int... weights) {
        int range = draws.weighted(List.of(0, 1, 2), weights);
        return draws.between(ends[2 * range], ends[2 * range + 1]);
    }
}
