package org.onevisit.housing.core.submission;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.onevisit.housing.core.json.Pointer;

/** Guesses which known name was meant: by edit distance, where a swap of neighbours is one step. */
final class NearestName {
    private NearestName() {}

    /** The known name that differs from {@code name} in a third of its letters at most, and least of all. */
    static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > Pointer.LONGEST_NAME) {
            return Optional.empty();
        }
        String wanted = plain(name);
        return known.stream()
                .filter(k -> distance(wanted, plain(k)) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparingInt(k -> distance(wanted, plain(k))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], 1 + steps[i - 2][j - 2]);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
