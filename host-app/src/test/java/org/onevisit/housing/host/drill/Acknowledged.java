package org.onevisit.housing.host.drill;

import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;

/** A command that the host acknowledged before it was killed. */
record Acknowledged(String what, ApplicationNumber number, String receipt, String lastFour) {
    static final String SUBMITTED = "SUBMITTED";
    static final String ACCEPTED = "ACCEPTED";
    static final String END = ".";
    private static final int WORDS = 5;

    /** As the host says it; whoever reads no full stop has read a line that was cut off. */
    String line() {
        return String.join(" ", what, number.value(), receipt, lastFour, END);
    }

    /** What a line says; empty for one that was cut off, or speaks of something else. */
    static Optional<Acknowledged> read(String line) {
        String[] words = line.split(" ", -1);
        boolean whole = words.length == WORDS && words[WORDS - 1].equals(END);
        return whole && (words[0].equals(SUBMITTED) || words[0].equals(ACCEPTED))
                ? Optional.of(new Acknowledged(words[0], ApplicationNumber.of(words[1]), words[2], words[3]))
                : Optional.empty();
    }
}
