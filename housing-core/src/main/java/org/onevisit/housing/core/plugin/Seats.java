package org.onevisit.housing.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The plugins of one kind that serve now, by code. Of two with one code the one that arrived last serves; the other serves again when
 * it leaves. One that has only a share of the calls stands beside the one that serves. Safe for every thread.
 *
 * @param <T> type of the plugin
 */
public final class Seats<T> {
    private final Shares shares;
    private volatile CallBoard board = CallBoard.NONE;
    private final List<Named<T>> all = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> turns = new ConcurrentHashMap<>();

    /** Nobody yet; {@code shares} says who is to take but a share of the calls. */
    public Seats(Shares shares) {
        this.shares = shares;
    }

    /** Calls to whoever is seated from now on are noted on this board. */
    public void board(CallBoard given) {
        board = given;
    }

    private record Named<T>(String code, int ranking, Seat<T> seat) {}

    /** Seats a plugin. */
    public void seat(String code, int ranking, Seat<T> seat) {
        seat.board(board);
        all.add(new Named<>(code, ranking, seat));
    }

    /** The seat that serves a code; one with but a share only when there is no other. */
    public Optional<Seat<T>> serving(String code) {
        return best(code, seat -> sharePercent(seat).isEmpty()).or(() -> best(code, seat -> true));
    }

    /** The seat that takes the next call to a code: the one that serves it, or when its turn has come the one with a share. */
    public Optional<Seat<T>> next(String code) {
        Optional<Seat<T>> sharing = best(code, seat -> sharePercent(seat).isPresent());
        Optional<Seat<T>> serving = serving(code);
        if (sharing.isEmpty() || serving.equals(sharing)) {
            return serving;
        }
        long turn = turns.computeIfAbsent(code, c -> new AtomicLong()).incrementAndGet();
        OptionalInt percent = sharePercent(sharing.get());
        return percent.isPresent() && Shares.falls(turn, percent.getAsInt()) ? sharing : serving;
    }

    /** The seat that serves a code, where no other has a share of the calls. */
    public Optional<Seat<T>> alone(String code) {
        boolean shared = best(code, seat -> sharePercent(seat).isPresent()).isPresent();
        return shared ? Optional.empty() : serving(code);
    }

    private OptionalInt sharePercent(Seat<T> seat) {
        return shares.of(seat.stamp());
    }

    private Optional<Seat<T>> best(String code, Predicate<Seat<T>> wanted) {
        Named<T> best = null;
        for (Named<T> named : all) {
            if (named.code().equals(code)
                    && !named.seat().closed()
                    && wanted.test(named.seat())
                    && (best == null || named.ranking() >= best.ranking())) {
                best = named;
            }
        }
        return Optional.ofNullable(best).map(Named::seat);
    }

    /** Under which code a seat serves. */
    public Optional<String> code(Seat<T> seat) {
        return all.stream()
                .filter(named -> named.seat() == seat)
                .map(Named::code)
                .findFirst();
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
     * Asks the plugin whose turn it is to serve a code; looks again when it leaves meanwhile.
     *
     * @return the answer; empty when nobody serves the code
     */
    public <R> Optional<R> ask(String code, Function<Seat<T>, R> question) {
        for (Optional<Seat<T>> seat = next(code); seat.isPresent(); seat = next(code)) {
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
