package org.onevisit.housing.benchmark.ours;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.core.engine.PlainHousing;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.view.SlotView;

/**
 * The product's engine with the pack of Pinghu, by its public interface. It does what the others do and its own besides: the clerk's
 * acceptance is a step of its own, the panel has two seats, every row is sealed and chained, criteria are judged and explained.
 */
public final class Ours implements Contender {
    private static final Duration HOLD = Duration.ofDays(30);
    private static final List<String> SEATS = List.of("housing", "civil-affairs");
    private final MovableClock clock;
    private final PlainHousing housing;
    private final JournalWatch watch;

    /** The engine over this store, with the pack as it ships; its key lies in the folder. */
    public Ours(Path folder, ApplicationStore store, Tally tally, Clock time) {
        this(folder, new Kept(store, tally), time, CountyPack.shipped(), Duration.ZERO);
    }

    /** The same by another pack, whose agencies each take so long. */
    Ours(Path folder, Kept kept, Clock time, PolicySource policy, Duration takes) {
        clock = new MovableClock(time, Duration.ZERO);
        housing = new PlainHousing(folder, kept.store(), policy, CountyPack.NAME, clock);
        housing.install(new Board());
        CountyPack.checks(policy).forEach((check, facts) -> housing.install(new PromptAgency(check, facts, takes)));
        List<String> missing = housing.engine().missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the county is not complete: " + missing);
        }
        watch = new JournalWatch(housing.engine(), kept.tally());
    }

    /**
     * Where it keeps its data.
     *
     * @param store of the product
     * @param tally of what is executed on it
     */
    record Kept(ApplicationStore store, Tally tally) {}

    /** The engine itself. */
    public HousingEngine engine() {
        return housing.engine();
    }

    @Override
    public String toHold(int index, StepTimes times) {
        ApplicationNumber number = times.time(Step.START, () -> start(index));
        times.time(Step.ANSWERS, () -> watch.await(number, "CHECKS_SETTLED"));
        times.time(Step.DECISION, () -> {
            var unused = reviewer().endorse(number, "情况属实");
        });
        times.time(
                Step.DECISION,
                () -> SEATS.forEach(seat -> {
                    var unused = member(seat).vote(number, Choice.APPROVE, "同意");
                }));
        return number.value();
    }

    private ApplicationNumber start(int index) {
        ApplicationNumber number = received(index);
        var unused = clerk().accept(number);
        return number;
    }

    /** Number of the household's application, submitted and not yet accepted. */
    public ApplicationNumber received(int index) {
        return clerk().submit(Households.application(index, clock.instant()), "")
                .number();
    }

    /** Accepts a received application, and waits until all its checks are settled. */
    void verify(ApplicationNumber number) {
        var unused = clerk().accept(number);
        watch.await(number, "CHECKS_SETTLED");
    }

    /** Takes a received application to its hold. */
    void fromReceived(ApplicationNumber number) {
        verify(number);
        var unusedOpinion = reviewer().endorse(number, "情况属实");
        SEATS.forEach(seat -> {
            var unusedVote = member(seat).vote(number, Choice.APPROVE, "同意");
        });
    }

    /** The door of the supervisor. */
    public ApprovalService supervisor() {
        return engine().approvalsFor(Actor.officer("supervisor-1", Role.SUPERVISOR, Households.COUNTY));
    }

    /** The door of the clerk at the window. */
    public ApprovalService clerk() {
        return engine().approvalsFor(Actor.officer("clerk-1", Role.WINDOW_CLERK, Households.COUNTY, "citywide"));
    }

    private ApprovalService reviewer() {
        return engine().approvalsFor(Actor.officer("reviewer-1", Role.SUBDISTRICT_REVIEWER, Households.SUBDISTRICT));
    }

    private ApprovalService member(String seat) {
        return engine().approvalsFor(Actor.officer("panel-" + seat, Role.PANEL_MEMBER, Households.COUNTY, seat));
    }

    @Override
    public void finish(List<String> held, Clients clients, StepTimes times) {
        held.forEach(name -> watch.await(ApplicationNumber.of(name), "NOTICE_POSTED"));
        times.time(Step.FINISH, () -> {
            clock.moveTo(clock.instant().plus(HOLD));
            int touched = engine().runDue(clock.instant());
            if (touched < held.size()) {
                throw new IllegalStateException("%d of %d were due".formatted(touched, held.size()));
            }
        });
    }

    @Override
    public Standing standing(String name) {
        try {
            var view = clerk().find(ApplicationNumber.of(name));
            boolean answered = view.slots().stream().allMatch(s -> s.status() == SlotView.Status.ANSWERED);
            return switch (view.step()) {
                case APPROVED -> answered ? Standing.FINISHED : Standing.UNDERWAY;
                case POSTING, NOTICE_OPEN -> answered ? Standing.HELD : Standing.UNDERWAY;
                default -> Standing.UNDERWAY;
            };
        } catch (HousingException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Standing.MISSING;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        watch.close();
        housing.close();
    }
}
