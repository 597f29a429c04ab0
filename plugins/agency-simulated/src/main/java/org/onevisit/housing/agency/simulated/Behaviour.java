package org.onevisit.housing.agency.simulated;

import static java.util.Objects.requireNonNull;

/**
 * How a simulated agency behaves, chosen for each inquiry by its id.
 *
 * @param seed of the world that is simulated
 * @param shares how much of what
 * @param late how late a late answer is
 * @param unreachableCalls how many calls fail where calls fail
 * @param delayMillis how long a call really takes
 */
record Behaviour(long seed, Shares shares, Late late, int unreachableCalls, int delayMillis) {
    /** Checks the limits. */
    Behaviour {
        requireNonNull(shares, "shares");
        requireNonNull(late, "late");
        Settings.range("unreachableCalls", unreachableCalls, 1, 1_000_000);
        Settings.range("delayMillis", delayMillis, 0, 600_000);
    }

    /** What the agency does with one inquiry. */
    enum Mood {
        PROMPT,
        LATE,
        SILENT,
        UNREACHABLE,
        CANNOT_ANSWER
    }

    /**
     * Percentages.
     *
     * @param late of inquiries: promised for later
     * @param silent of inquiries: promised, never answered
     * @param unreachable of inquiries: the first calls fail
     * @param cannotAnswer of inquiries: the agency cannot say
     * @param nothingOnRecord of people
     */
    record Shares(int late, int silent, int unreachable, int cannotAnswer, int nothingOnRecord) {
        /** Checks the limits. */
        Shares {
            Settings.range("latePercent", late, 0, 100);
            Settings.range("silentPercent", silent, 0, 100);
            Settings.range("unreachablePercent", unreachable, 0, 100);
            Settings.range("cannotAnswerPercent", cannotAnswer, 0, 100);
            Settings.range("nothingOnRecordPercent", nothingOnRecord, 0, 100);
            Settings.range("the sum of all shares of inquiries", late + silent + unreachable + cannotAnswer, 0, 100);
        }
    }

    /**
     * How late, in working days.
     *
     * @param soonest not less
     * @param latest not more
     */
    record Late(int soonest, int latest) {
        /** Checks the limits. */
        Late {
            Settings.range("lateWorkingDaysMin", soonest, 1, 60);
            Settings.range("lateWorkingDaysMax", latest, soonest, 60);
        }
    }

    /** Always prompt. */
    static Behaviour prompt(long seed) {
        return new Behaviour(seed, new Shares(0, 0, 0, 0, 0), new Late(1, 1), 1, 0);
    }

    /** What the agency does with this inquiry. */
    Mood mood(String inquiry) {
        int share = draw("mood", inquiry, 100);
        int edge = shares.late();
        if (share < edge) {
            return Mood.LATE;
        }
        edge += shares.silent();
        if (share < edge) {
            return Mood.SILENT;
        }
        edge += shares.unreachable();
        if (share < edge) {
            return Mood.UNREACHABLE;
        }
        return share < edge + shares.cannotAnswer() ? Mood.CANNOT_ANSWER : Mood.PROMPT;
    }

    /** How many working days this inquiry takes when it is late. */
    int lateWorkingDays(String inquiry) {
        return late.soonest() + draw("late", inquiry, late.latest() - late.soonest() + 1);
    }

    /** Has this check nothing on record of the persona? */
    boolean nothingOnRecord(String check, Persona persona) {
        return persona.happens("nothing on record of " + check, shares.nothingOnRecord() * 10);
    }

    private int draw(String what, String inquiry, int bound) {
        return (int) Long.remainderUnsigned(Persona.hash(seed, what + " " + inquiry), bound);
    }
}
