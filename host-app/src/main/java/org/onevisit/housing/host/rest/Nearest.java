package org.onevisit.housing.host.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name somebody meant. */
final class Nearest {
    private Nearest() {}

    /** The name that the fewest edits lead to, if it takes at most a third of its letters. */
    static Optional<String> of(String given, Collection<String> names) {
        if (given.length() > 60) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> edits(given, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> edits(given, name)));
    }

    private static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
