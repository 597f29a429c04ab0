package org.onevisit.housing.host.demo.run;

import java.util.Optional;
import org.onevisit.housing.host.demo.people.Flaw;

/**
 * What will happen to one household where people decide. Days are working days; 0 is the same day.
 *
 * @param arrives on which working day of the run
 * @param flaw of its submission
 * @param window what the window does
 * @param offices what subdistrict and panel do
 * @param life what the household and its neighbours do
 */
record Script(int arrives, Flaw flaw, Window window, Offices offices, Life life) {

    /**
     * At the window.
     *
     * @param days until the clerk looks
     * @param notCompetent is another county competent
     * @param makesGoodAfter days until the household makes good; never if empty
     * @param makesGoodWhole is everything in it
     */
    record Window(int days, boolean notCompetent, Optional<Integer> makesGoodAfter, boolean makesGoodWhole) {}

    /**
     * In the subdistrict office and the panel.
     *
     * @param reviewDays until an officer speaks
     * @param opposes does the officer oppose
     * @param rechecks does the officer have a check asked again
     * @param panelDays until the panel meets
     * @param returns does a seat return it once
     */
    record Offices(int reviewDays, boolean opposes, boolean rechecks, int panelDays, boolean returns) {}

    /**
     * What the household and its neighbours do.
     *
     * @param twist what crosses its way
     * @param objection to its notice
     * @param reconsiderAfter days after a refusal; never if empty
     * @param filesAfter days after its annual review was announced; never if empty
     */
    record Life(
            Twist twist,
            Optional<Objection> objection,
            Optional<Integer> reconsiderAfter,
            Optional<Integer> filesAfter) {}

    /**
     * Something that crosses the way of an application.
     *
     * @param kind what
     * @param after days after arrival
     * @param length days that it lasts, where it lasts
     */
    record Twist(Kind kind, int after, int length) {
        /** What it is. */
        enum Kind {
            /** Nothing. */
            NONE,
            /** The applicant withdraws. */
            WITHDRAW,
            /** The applicant dies. */
            DEATH,
            /** The clock is stopped, and runs again. */
            PAUSE,
            /** A clerk corrects the dossier. */
            AMEND,
            /** An agency says something else than before. */
            CONTRADICT
        }
    }

    /**
     * An objection.
     *
     * @param after days after the notice was posted
     * @param upheld is it
     * @param chairDays until the chair rules
     */
    record Objection(int after, boolean upheld, int chairDays) {}

    /** Does nothing end it early, and is nothing wrong with its submission? */
    boolean isPlain() {
        return flaw == Flaw.NONE
                && !window.notCompetent()
                && life.twist().kind() != Twist.Kind.WITHDRAW
                && life.twist().kind() != Twist.Kind.DEATH;
    }
}
