package org.onevisit.housing.benchmark.ours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
import org.onevisit.housing.policy.pack.PackPolicySource;
import org.onevisit.housing.policy.pack.source.PackFile;
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

    /** The engine over this store; its key lies in the folder. */
    public Ours(Path folder, ApplicationStore store, Tally tally, Clock time) {
        clock = new MovableClock(time, Duration.ZERO);
        housing = new PlainHousing(folder, store, pack(), "pinghu", clock);
        PromptAgency.all().forEach(housing::install);
        housing.install(new Board());
        List<String> missing = housing.engine().missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the county is not complete: " + missing);
        }
        watch = new JournalWatch(housing.engine(), tally);
    }

    private static PolicySource pack() {
        return new PackPolicySource(List.of(read("base"), read("pinghu"))).orThrow();
    }

    private static PackFile read(String name) {
        String file = "/packs/" + name + "/pack.yaml";
        try (InputStream in = Objects.requireNonNull(Ours.class.getResourceAsStream(file), file)) {
            return PackFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("no " + file, e);
        }
    }

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
        ApplicationNumber number = clerk().submit(Households.application(index, clock.instant()), "")
                .number();
        var unused = clerk().accept(number);
        return number;
    }

    private ApprovalService clerk() {
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
