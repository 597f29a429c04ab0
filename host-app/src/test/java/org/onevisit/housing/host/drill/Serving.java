package org.onevisit.housing.host.drill;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.swap.SwapJournal.Entry;

/**
 * What a host found when it had started: the versions of the changed plugin that serve, and what the journal of changes says of them.
 *
 * @param versions that serve
 * @param event the last one of the journal; empty when it has none
 * @param serves which version serves, as the journal has it; empty when it says nothing
 */
record Serving(List<String> versions, String event, String serves) {
    private static final String WORD = "SERVING";
    private static final String NONE = "-";
    private static final int WORDS = 5;

    /** Of a host that has just started. */
    static Serving of(HousingHost host) {
        List<String> versions = host.plugins().stream()
                .filter(plugin -> plugin.name().equals(Replacement.AGENCY_SIMULATED.symbolicName()))
                .map(plugin -> plugin.version())
                .toList();
        List<Entry> entries = host.control().changes().journal().entries();
        return entries.isEmpty() ? new Serving(versions, "", "") : of(versions, entries.get(entries.size() - 1));
    }

    private static Serving of(List<String> versions, Entry last) {
        return new Serving(versions, last.event().name(), last.serves());
    }

    /** Does exactly one version serve, the one that the journal names? */
    boolean asJournalled() {
        return versions.size() == 1 && (event.isEmpty() || versions.get(0).equals(serves));
    }

    /** As the host says it. */
    String line() {
        return String.join(
                " ",
                WORD,
                word(String.join(",", versions)),
                word(event),
                word(serves.replace(' ', ',')),
                Acknowledged.END);
    }

    private static String word(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** What a line says; empty for one that was cut off, or speaks of something else. */
    static Optional<Serving> read(String line) {
        String[] words = line.split(" ", -1);
        return words.length == WORDS && words[0].equals(WORD) && words[WORDS - 1].equals(Acknowledged.END)
                ? Optional.of(new Serving(
                        words[1].equals(NONE) ? List.of() : List.of(words[1].split(",")),
                        text(words[2]),
                        text(words[3])))
                : Optional.empty();
    }

    private static String text(String word) {
        return word.equals(NONE) ? "" : word;
    }
}
