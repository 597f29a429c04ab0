package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;

/**
 * People who take one household from its visit to the decision, and do again what failed until it is done; when the host has failed them
 * three times running, it is started anew. They remember what was acknowledged.
 */
final class Stubborn {
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 2);
    private static final int PATIENCE = 3;
    private static final int MOST = 60;
    private static final Duration PAUSE = Duration.ofHours(1);
    private final FakeFaults store;
    private final List<String> acknowledged = new ArrayList<>();
    private County county;

    /** People of a county with so many agencies, whose store and whose agencies fail as they are told. */
    Stubborn(
            int agencies,
            ApplicationStore real,
            FakeFaults store,
            FakeFaults asked,
            Supplier<RuntimeException> trouble) {
        this.store = store;
        ApplicationStore troubled = store.before(real);
        county = tried(() -> County.over(troubled, agencies, FIRST_DAY));
        county.checks.forEach(check -> check.answers(inquiry -> {
            if (asked.strikes()) {
                throw trouble.get();
            }
            return org.onevisit.housing.spi.verification.Reply.now(FakeCheck.homes(inquiry, 0));
        }));
    }

    /** From the visit to the decision. */
    ApplicationNumber job() {
        Application application = county.application();
        ApplicationNumber number =
                tried(() -> county.clerk().submit(application, "visit-1").number());
        acknowledged.add("SUBMITTED");
        until(number, Step.RECEIVED, "ACCEPTED", () -> county.clerk().accept(number));
        await(number, Step.CHECKING);
        until(number, Step.REVIEWING, "ENDORSED", () -> county.reviewer().endorse(number, "属实"));
        vote(number, "civil-affairs", () -> county.panel().vote(number, Choice.APPROVE, ""));
        vote(number, "housing", () -> county.chair().vote(number, Choice.APPROVE, ""));
        await(number, Step.POSTING);
        assertThat(step(number)).isEqualTo(Step.NOTICE_OPEN);
        county.clock.to(LocalDate.of(2025, 2, 28));
        await(number, Step.NOTICE_OPEN);
        return number;
    }

    /** What was acknowledged, in events. */
    List<String> acknowledged() {
        return acknowledged;
    }

    County county() {
        return county;
    }

    private Step step(ApplicationNumber number) {
        return tried(() -> county.clerk().find(number).step());
    }

    /** Hours go by until the application has left this step. */
    private void await(ApplicationNumber number, Step step) {
        for (int hour = 0; hour < MOST && step(number) == step; hour++) {
            tried(() -> county.engine.runDue(county.clock.instant()));
            county.clock.pass(PAUSE);
        }
    }

    /** Does it as long as the application stands at this step. */
    private void until(ApplicationNumber number, Step from, String event, Runnable action) {
        tried(() -> {
            if (county.clerk().find(number).step() == from) {
                action.run();
                acknowledged.add(event);
            }
            return true;
        });
    }

    private void vote(ApplicationNumber number, String seat, Runnable action) {
        tried(() -> {
            if (county.engine.core().state(number).orElseThrow().hearing().ballots().stream()
                    .noneMatch(ballot -> ballot.seat().equals(seat))) {
                action.run();
                acknowledged.add("VOTED");
            }
            return true;
        });
    }

    private <T> T tried(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (StoreException | HousingException e) {
                if (!isTrouble(e) || attempt > 2 * PATIENCE) {
                    throw e;
                }
                if (attempt == PATIENCE) {
                    startAnew();
                }
            }
        }
    }

    private static boolean isTrouble(RuntimeException e) {
        return !(e instanceof HousingException refused) || refused.code() == ErrorCode.STORE_UNAVAILABLE;
    }

    private void startAnew() {
        store.heal();
        if (county != null) {
            county = county.restarted(MoreExecutors.newDirectExecutorService());
        }
    }
}
