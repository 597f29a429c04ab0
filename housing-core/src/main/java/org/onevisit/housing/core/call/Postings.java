package org.onevisit.housing.core.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.event.DecisionEvents.PostingPostponed;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.plugin.Bounded;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.core.plugin.Seats;
import org.onevisit.housing.core.rules.Arrivals.Posted;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Publicity.Notice;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts notices at the outlets that the pack names, and takes them down. The first outlet that confirms opens the period. */
public final class Postings {
    private static final Logger log = LoggerFactory.getLogger(Postings.class);
    private static final int LONGEST_CODE = 100;
    private final Seats<PublicityOutlet> outlets;
    private final Editions editions;
    private final ExecutorService executor;
    private final Bounded bounds;
    private final Post post;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** Postings at these outlets, on this executor; each outlet is asked within these bounds. */
    public Postings(
            Seats<PublicityOutlet> outlets, Editions editions, ExecutorService executor, Post post, Bounded bounds) {
        this.bounds = bounds;
        this.outlets = outlets;
        this.editions = editions;
        this.executor = executor;
        this.post = post;
    }

    /**
     * The code of an outlet.
     *
     * @throws HousingException REFUSED_MODULE if it is none
     */
    public static String code(PublicityOutlet outlet) {
        @Nullable String code = outlet.code();
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            throw new HousingException(
                    ErrorCode.REFUSED_MODULE,
                    "outlet, its code: expected 1 to " + LONGEST_CODE
                            + " characters; the plugin's maker has to correct it");
        }
        return code;
    }

    /** Posts the notice of an application, if it waits for that now; takes down one that is gone. */
    public void follow(Optional<State> before, State after) {
        Optional<Notice> old = before.flatMap(s -> s.publicity().notice());
        Optional<Notice> now = after.publicity().notice();
        old.filter(n -> now.filter(m -> m.item().equals(n.item())).isEmpty()).ifPresent(gone -> takeDown(gone.item()));
        if (after.step() != Step.POSTING || now.isEmpty()) {
            return;
        }
        Instant moment = post.setting(after).now();
        boolean due = now.get().nextTry().filter(t -> !t.isAfter(moment)).isPresent();
        if (due && post.mayDecide() && inFlight.add(now.get().item())) {
            submit(() -> post(after, now.get()));
        }
    }

    private void submit(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("a notice waits: the host is stopping");
        }
    }

    private void post(State state, Notice notice) {
        try {
            settle(state, notice, confirm(state, posting(state, notice)));
        } catch (RuntimeException e) {
            log.warn("notice {} cannot be made ready to be shown; it is tried again", notice.item(), e);
            settle(state, notice, Optional.empty());
        }
    }

    private Posting posting(State state, Notice notice) {
        Setting setting = post.setting(state);
        LocalDate last = setting.calendar()
                .after(setting.today(), setting.bench().noticePeriod())
                .day();
        String county = editions.ask(state.identity().edition(), edition -> edition.countyName());
        return new Posting(notice.item(), county, notice.lines(), setting.today(), last);
    }

    private void settle(State state, Notice notice, Optional<Seat<PublicityOutlet>> confirmed) {
        String stamp = confirmed.map(Seat::stamp).orElse("");
        String outlet = confirmed.flatMap(outlets::code).orElse("");
        post.lay(
                state.number(),
                (now, current) -> confirmed.isPresent() && now.step() == Step.POSTING
                        ? Decider.decide(now, Order.ofCore(Trigger.NOTICE_POSTED, new Posted(outlet), stamp), current)
                        : Decider.record(
                                now,
                                new Moment(current.now(), Moment.SYSTEM, stamp),
                                now.step() == Step.POSTING
                                        ? List.of(new PostingPostponed(BackOff.after(2, current.now())))
                                        : List.of(),
                                current),
                () -> inFlight.remove(notice.item()));
        post.pump();
    }

    /** The first required outlet that shows the notice. */
    private Optional<Seat<PublicityOutlet>> confirm(State state, Posting posting) {
        List<String> wanted = editions.ask(
                state.identity().edition(), edition -> edition.publicity().outlets());
        Optional<Seat<PublicityOutlet>> first = Optional.empty();
        for (String code : wanted) {
            Optional<Seat<PublicityOutlet>> done = show(code, posting);
            first = first.isPresent() ? first : done;
        }
        return first;
    }

    private Optional<Seat<PublicityOutlet>> show(String code, Posting posting) {
        return reach(
                code,
                seat -> seat.plugin().post(posting),
                (stamp, e) ->
                        log.warn("outlet {} did not take notice {}; it is tried again", stamp, posting.item(), e));
    }

    /** The outlet that did something within its time, or who failed, and how. */
    private Optional<Seat<PublicityOutlet>> reach(
            String code, Consumer<Seat<PublicityOutlet>> work, BiConsumer<String, Throwable> failed) {
        String stamp = outlets.serving(code).map(Seat::stamp).orElse(code);
        try {
            return bounds.ask("notices", outlets, code, seat -> {
                work.accept(seat);
                return seat;
            });
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            failed.accept(stamp, e);
            return Optional.empty();
        }
    }

    private void takeDown(String item) {
        for (String code : outlets.codes()) {
            submit(() -> reach(
                    code,
                    seat -> seat.plugin().takeDown(item),
                    (stamp, e) -> log.warn("outlet {} did not take down notice {}", stamp, item, e)));
        }
    }
}
