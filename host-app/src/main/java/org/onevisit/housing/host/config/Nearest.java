package org.onevisit.housing.host.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** Says that a name is unknown, and which one is likely meant. */
    public static String unknown(String where, String name, Collection<String> known) {
        String cure = to(name, known)
                .map("; is %s meant?"::formatted)
                .orElseGet(() -> "; it is one of " + String.join(", ", new TreeSet<>(known)));
        return "%s: %s is not known%s".formatted(where, name, cure);
    }

    /** The known name that is closest, if any is close. */
    public static Optional<String> to(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(one -> distance(wanted, one.toLowerCase(Locale.ROOT))))
                .filter(one -> distance(wanted, one.toLowerCase(Locale.ROOT)) <= 1 + wanted.length() / 3);
    }

    /** How many letters to add, drop or change to make one of the other. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
