package org.onevisit.housing.host.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;

/** Reviewers and panel: they follow the journal, and do what it is their turn to do. */
public final class Offices implements Consumer<JournalEntry>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SEATS = List.of("housing", "civil-affairs");
    private final ExecutorService officers = Executors.newFixedThreadPool(2);
    private final Map<ApplicationNumber, Step> steps = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final HousingHost host;
    private final Function<ApplicationNumber, Division> subdistrict;

    /** Officers of this host; {@code subdistrict} tells where an application is reviewed. */
    public Offices(HousingHost host, Function<ApplicationNumber, Division> subdistrict) {
        this.host = host;
        this.subdistrict = subdistrict;
    }

    @Override
    public void accept(JournalEntry entry) {
        steps.put(entry.number(), Step.valueOf(entry.step()));
        if (entry.type().equals("FINDING_RECEIVED")) {
            answered.add(entry.stamp());
        } else if (entry.type().equals("CHECKS_SETTLED")) {
            officers.execute(() -> act(entry.number(), this::endorse));
        } else if (entry.type().equals("OPINION_COMPLETE")) {
            officers.execute(() -> act(entry.number(), this::vote));
        }
    }

    private void act(ApplicationNumber number, Consumer<ApplicationNumber> turn) {
        try {
            turn.accept(number);
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private void endorse(ApplicationNumber number) {
        Actor reviewer = Actor.officer("reviewer-1", Role.SUBDISTRICT_REVIEWER, subdistrict.apply(number));
        host.approvalsFor(reviewer).endorse(number, "情况属实");
    }

    private void vote(ApplicationNumber number) {
        for (String seat : SEATS) {
            ApprovalService member =
                    host.approvalsFor(Actor.officer("panel-" + seat, Role.PANEL_MEMBER, DrillSite.COUNTY, seat));
            boolean no = member.find(number).verdict() == Met.NOT_MET;
            if (member.vote(number, no ? Choice.REFUSE : Choice.APPROVE, "联审意见").step() != Step.VOTING) {
                return;
            }
        }
    }

    /** Where an application is, as far as the journal was followed. */
    Step step(ApplicationNumber number) {
        return steps.getOrDefault(number, Step.RECEIVED);
    }

    /** Waits until all of these have come to a step, or to an end; for as long as one after another still does. */
    void settle(List<ApplicationNumber> numbers, Step step) {
        for (long left = left(numbers, step); left > 0; left = left(numbers, step)) {
            long before = left;
            Awaitility.await().atMost(PATIENCE).until(() -> left(numbers, step) < before);
        }
    }

    private long left(List<ApplicationNumber> numbers, Step step) {
        return numbers.stream()
                .map(this::step)
                .filter(now -> now != step && now.isOpen())
                .count();
    }

    /** Plugins whose findings were received. */
    Set<String> answered() {
        return answered;
    }

    /** What an officer could not do. */
    List<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        officers.shutdownNow();
    }
}
