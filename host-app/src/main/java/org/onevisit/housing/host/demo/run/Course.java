package org.onevisit.housing.host.demo.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.Receipt;

/** The way of one household through the run, as the driver knows it. Not for several threads. */
public final class Course {
    private final Arrival arrival;
    private Optional<Receipt> receipt = Optional.empty();
    private Optional<Outcome> turnedAway = Optional.empty();
    private Optional<Step> step = Optional.empty();
    private int visits;
    private LocalDate openSince = LocalDate.MIN;
    private final List<Stretch> stretches = new ArrayList<>();
    private Optional<String> item = Optional.empty();
    private Optional<String> objection = Optional.empty();
    private boolean paused;
    private final Tally tally = new Tally();

    Course(Arrival arrival) {
        this.arrival = arrival;
    }

    /** How often something was done; each is done so often and no more. */
    static final class Tally {
        int opinions;
        int rechecks;
        int letters;
        int returns;
        int objections;
        int reconsiderations;
        int plans;
        boolean upheld;
    }

    Tally tally() {
        return tally;
    }

    Script script() {
        return arrival.script();
    }

    Arrival arrival() {
        return arrival;
    }

    /** Index of the household. */
    public int index() {
        return arrival.submission().index();
    }

    void received(Receipt given) {
        receipt = Optional.of(given);
    }

    void turnedAway(Outcome why) {
        turnedAway = Optional.of(why);
    }

    /** The receipt that was acknowledged; empty for who was turned away. */
    public Optional<Receipt> receipt() {
        return receipt;
    }

    /** Last four characters of the applicant's number. */
    public String lastFour() {
        return arrival.submission().lastFour();
    }

    ApplicationNumber number() {
        return receipt.orElseThrow().number();
    }

    Division routedTo() {
        return receipt.orElseThrow().routedTo();
    }

    void enter(Step next, LocalDate day) {
        boolean wasOpen = isOpen();
        step = Optional.of(next);
        visits++;
        if (wasOpen && !next.isOpen()) {
            stretches.add(new Stretch(openSince, day));
        } else if (!wasOpen && next.isOpen()) {
            openSince = day;
        }
    }

    /** The days on which it was open, as the driver saw them: one stretch, or two where a refusal was reconsidered. */
    public List<Stretch> stretches(LocalDate today) {
        List<Stretch> all = new ArrayList<>(stretches);
        if (isOpen()) {
            all.add(new Stretch(openSince, today));
        }
        return all;
    }

    /**
     * A time in which an application was open.
     *
     * @param from day on which it began, not counted
     * @param to last day
     */
    public record Stretch(LocalDate from, LocalDate to) {}

    /** Where it is; empty for who was turned away. */
    public Optional<Step> step() {
        return step;
    }

    boolean is(Step wanted) {
        return step.filter(s -> s == wanted).isPresent();
    }

    boolean isOpen() {
        return step.filter(Step::isOpen).isPresent();
    }

    /** Counts the steps; another number means that it has been elsewhere since. */
    int visits() {
        return visits;
    }

    Optional<String> item() {
        return item;
    }

    void posted(Optional<String> notice) {
        item = notice;
    }

    Optional<String> objection() {
        return objection;
    }

    void objected(String id) {
        objection = Optional.of(id);
    }

    boolean isPaused() {
        return paused;
    }

    void paused(boolean stands) {
        paused = stands;
    }

    /** What became of the household; empty if nothing did, which is a fault. */
    public Optional<Outcome> outcome() {
        return turnedAway.or(() -> step.map(Outcome::of));
    }

    @Override
    public String toString() {
        return "household " + index() + receipt.map(r -> " " + r.number()).orElse("");
    }
}
