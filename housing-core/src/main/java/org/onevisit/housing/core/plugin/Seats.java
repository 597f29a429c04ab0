package org.onevisit.housing.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plugins of one kind that serve now, by code. Of two with one code the one that arrived last serves; the other serves again when
 * it leaves. Safe for every thread.
 *
 * @param <T> type of the plugin
 */
public final class Seats<T> {
    private final List<Named<T>> all = new CopyOnWriteArrayList<>();

    private record Named<T>(String code, int ranking, Seat<T> seat) {}

    /** Seats a plugin. */
    public void seat(String code, int ranking, Seat<T> seat) {
        all.add(new Named<>(code, ranking, seat));
    }

    /** The seat that serves a code. */
    public Optional<Seat<T>> serving(String code) {
        Named<T> best = null;
        for (Named<T> named : all) {
            if (named.code().equals(code)
                    && !named.seat().closed()
                    && (best == null || named.ranking() >= best.ranking())) {
                best = named;
            }
        }
        return Optional.ofNullable(best).map(Named::seat);
    }

    /** Every seat that serves. */
    public List<Seat<T>> serving() {
        return all.stream()
                .sorted(Comparator.comparing(Named::code))
                .map(Named::seat)
                .filter(seat -> !seat.closed())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Codes that are served. */
    public List<String> codes() {
        return all.stream().map(Named::code).distinct().sorted().toList();
    }

    /** Takes a plugin's seat away and closes it: nobody enters any more. */
    public Optional<Seat<T>> unseat(T plugin) {
        for (Named<T> named : all) {
            if (named.seat().plugin() == plugin) {
                all.remove(named);
                named.seat().close();
                return Optional.of(named.seat());
            }
        }
        return Optional.empty();
    }

    /**
     * Asks the plugin that serves a code; looks again when it leaves meanwhile.
     *
     * @return the answer; empty when nobody serves the code
     */
    public <R> Optional<R> ask(String code, Function<Seat<T>, R> question) {
        for (Optional<Seat<T>> seat = serving(code); seat.isPresent(); seat = serving(code)) {
            if (seat.get().enter()) {
                try {
                    return Optional.of(question.apply(seat.get()));
                } finally {
                    seat.get().leave();
                }
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }
}
