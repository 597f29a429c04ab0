package org.onevisit.housing.policy.pack.rule;

import org.onevisit.housing.policy.pack.model.Part;

/**
 * How a text is masked: so many characters at each end stay, stars stand between.
 *
 * @param first characters that stay at the beginning
 * @param stars stars
 * @param last characters that stay at the end
 */
record Mask(int first, int stars, int last) {
    static Mask of(Part part) {
        return new Mask(part.number("first", 0), part.number("stars", 1), part.number("last", 0));
    }

    /** The text masked; one that is too short to hide anything behind the ends is hidden whole. */
    String apply(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length <= first + last) {
            return "*".repeat(Math.max(1, stars));
        }
        return new String(points, 0, first) + "*".repeat(stars) + new String(points, points.length - last, last);
    }
}
