package org.onevisit.housing.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.calendar.KnownDays;
import org.onevisit.housing.core.plugin.Bounded;
import org.onevisit.housing.core.plugin.CallBoard;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.core.plugin.Seats;
import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The days by which everything is counted. A plugin's calendar is read once for each of its editions into a value, within a time; nobody
 * who counts asks a plugin. Until one can be read, what was in force stays. Safe for every thread.
 */
final class Calendars {
    private static final Logger log = LoggerFactory.getLogger(Calendars.class);
    private static final String CODE = "calendar";
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private final Seats<WorkCalendar> seats;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile Bounded bounds = Bounded.NOT;
    private volatile WorkCalendar ground;
    private volatile WorkCalendar inForce;
    private volatile @Nullable Read read;
    private volatile @Nullable Instant last;
    private volatile String trouble = "";

    /** What was read, of whom, around which year. */
    private record Read(Seat<WorkCalendar> seat, int year, KnownDays days) {}

    /** Counts by {@code ground}, a value, while no plugin brings another calendar. */
    Calendars(WorkCalendar ground, Shares shares) {
        this.ground = ground;
        inForce = ground;
        seats = new Seats<>(shares);
    }

    /** Plugins are asked within these bounds from now on. */
    void bounded(Bounded given) {
        bounds = given;
    }

    /** Calls to whoever arrives from now on are noted on this board. */
    void board(CallBoard board) {
        seats.board(board);
    }

    /** The days in force. */
    WorkCalendar inForce() {
        return inForce;
    }

    /** Another value counts while no plugin brings a calendar. */
    void ground(WorkCalendar value, Instant now) {
        ground = value;
        look(now);
    }

    void arrive(WorkCalendar calendar, String stamp, int ranking, Instant now) {
        seats.seat(CODE, ranking, new Seat<>(calendar, stamp));
        look(now);
    }

    void leave(WorkCalendar calendar, Instant now) {
        Leaving.drain(seats, calendar);
        look(now);
    }

    /** Why the calendar that serves is not the one that counts; empty while it is. */
    Optional<String> trouble() {
        return Optional.of(trouble).filter(text -> !text.isEmpty());
    }

    /** Looks now and then whether the calendar that serves says something new; whoever does timed work does not wait for it. */
    void due(Instant now, ExecutorService executor) {
        Instant before = last;
        boolean early = before != null && now.isBefore(before.plus(BETWEEN)) && !now.isBefore(before);
        if (early || seats.serving(CODE).isEmpty()) {
            return;
        }
        last = now;
        try {
            executor.execute(() -> look(now));
        } catch (RejectedExecutionException e) {
            log.debug("the calendar is not looked at: the host is stopping");
        }
    }

    /** One at a time; who comes while somebody looks leaves it to him, for a plugin may come back to us in its answer. */
    private void look(Instant now) {
        wanted.set(true);
        while (wanted.get() && !reading.isHeldByCurrentThread() && reading.tryLock()) {
            try {
                wanted.set(false);
                last = now;
                lookOnce(now);
            } finally {
                reading.unlock();
            }
        }
    }

    private void lookOnce(Instant now) {
        Optional<Seat<WorkCalendar>> serving = seats.serving(CODE);
        if (serving.isEmpty()) {
            settled(ground, null);
            return;
        }
        String stamp = serving.get().stamp();
        int year = Days.of(now).getYear();
        try {
            bounds.ask("days", seats, CODE, seat -> read(seat, year)).ifPresent(known -> settled(known.days(), known));
        } catch (Bounded.HangsException e) {
            failed(stamp);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            if (failed(stamp)) {
                log.warn("calendar of plugin {} cannot be read, the days of {} stay in force", stamp, edition(), e);
            }
        }
    }

    private Read read(Seat<WorkCalendar> seat, int year) {
        Read known = read;
        boolean same = known != null
                && known.seat() == seat
                && known.year() == year
                && known.days().edition().equals(KnownDays.name(seat.plugin()));
        return same && known != null ? known : new Read(seat, year, KnownDays.read(seat.plugin(), year));
    }

    private void settled(WorkCalendar days, @Nullable Read known) {
        inForce = days;
        read = known;
        trouble = "";
    }

    /** Tells whether this is news. */
    private boolean failed(String stamp) {
        String text = "工作日历插件 " + stamp + " 无法读取，仍按 " + edition() + " 计算；请运维人员查看日志";
        boolean news = !text.equals(trouble);
        trouble = text;
        return news;
    }

    private String edition() {
        return inForce.edition();
    }
}
