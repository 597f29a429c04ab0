package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.EditionId;

/**
 * One application at one moment.
 *
 * @param identity its names, and the edition that judges it
 * @param step where it is
 * @param application the dossier
 * @param routedTo subdistrict of the household register
 * @param timeline its times
 * @param verification what agencies were asked and answered
 * @param hearing what officers and panel said
 * @param publicity notice and objections
 * @param flags see {@link Flag}
 * @param decided why it was approved or refused
 * @param award what it opened
 * @param outbox papers that the applicant is still to be handed
 */
public record State(
        Identity identity,
        Step step,
        Application application,
        Division routedTo,
        Timeline timeline,
        Verification verification,
        Hearing hearing,
        Publicity publicity,
        Set<Flag> flags,
        Optional<Explanation> decided,
        Optional<Award> award,
        Outbox outbox) {

    /**
     * Its names, which never change, and the edition.
     *
     * @param number of the application
     * @param edition that judges it
     * @param receipt code on the receipt
     * @param passage how it has gone on under later editions; empty before the first came
     */
    public record Identity(ApplicationNumber number, EditionId edition, String receipt, Optional<Passage> passage) {
        /** As it was received. */
        public Identity(ApplicationNumber number, EditionId edition, String receipt) {
            this(number, edition, receipt, Optional.empty());
        }

        /** The edition of its receipt, by which its process and its limits go on. */
        public EditionId received() {
            return passage.map(Passage::received).orElse(edition);
        }

        /** The edition that a person has to decide on; empty when nobody has to. */
        public Optional<EditionId> toDecide() {
            return passage.filter(Passage::open).map(Passage::offered);
        }
    }

    /**
     * How an application has gone on under later editions.
     *
     * @param received edition of its receipt
     * @param offered the edition that was last considered for it
     * @param open is a person still to decide on that one?
     */
    public record Passage(EditionId received, EditionId offered, boolean open) {}

    /** What is remarkable about an application. */
    public enum Flag {
        /** Making good was asked for once. */
        MAKE_GOOD_USED,
        /** The window did not answer in time. */
        DEEMED_ACCEPTED,
        /** The limit was extended. */
        EXTENDED,
        /** An officer of the subdistrict opposes. */
        OPPOSED,
        /** A finding came late. */
        LATE_FINDING,
        /** Two findings contradict. */
        CONTRADICTION,
        /** A finding came after the end. */
        NEW_EVIDENCE,
        /** A refusal was reconsidered. */
        RECONSIDERED
    }

    /** The application's number. */
    public ApplicationNumber number() {
        return identity.number();
    }

    /** Judged by this edition; this one was considered for it. */
    public State judgedBy(EditionId edition, EditionId offered, boolean open) {
        Identity changed = new Identity(
                identity.number(),
                edition,
                identity.receipt(),
                Optional.of(new Passage(identity.received(), offered, open)));
        return new State(
                changed,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** At another step. */
    public State at(Step next) {
        return new State(
                identity,
                next,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** With another dossier. */
    public State with(Application changed) {
        return new State(
                identity,
                step,
                changed,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** Routed elsewhere. */
    public State routed(Division subdistrict) {
        return new State(
                identity,
                step,
                application,
                subdistrict,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** With other times. */
    public State with(Timeline changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                changed,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** With another verification. */
    public State with(Verification changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                changed,
                hearing,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** With another hearing. */
    public State with(Hearing changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                changed,
                publicity,
                flags,
                decided,
                award,
                outbox);
    }

    /** With another notice. */
    public State with(Publicity changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                changed,
                flags,
                decided,
                award,
                outbox);
    }

    /** With a flag. */
    public State with(Flag flag) {
        return withFlags(ImmutableSet.<Flag>builder().addAll(flags).add(flag).build());
    }

    /** Without a flag. */
    public State without(Flag flag) {
        return withFlags(ImmutableSet.copyOf(Sets.difference(flags, Set.of(flag))));
    }

    /** Decided for this reason. */
    public State decidedBy(Explanation why) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                Optional.of(why),
                award,
                outbox);
    }

    /** With an award. */
    public State with(Award changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                Optional.of(changed),
                outbox);
    }

    /** With another outbox. */
    public State with(Outbox changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                flags,
                decided,
                award,
                changed);
    }

    private State withFlags(Set<Flag> changed) {
        return new State(
                identity,
                step,
                application,
                routedTo,
                timeline,
                verification,
                hearing,
                publicity,
                changed,
                decided,
                award,
                outbox);
    }
}
