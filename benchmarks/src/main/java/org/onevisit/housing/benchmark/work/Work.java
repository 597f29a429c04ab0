package org.onevisit.housing.benchmark.work;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The one definition of the work: an application is started, nine checks are out at once, each brings an answer that is kept, they
 * join, two decisions are made by people, a publicity hold runs, and it is finished. Each stage has a deadline.
 */
public final class Work {
    /** The checks that are out at once, by agency. */
    public static final List<String> CHECKS = List.of(
            "police",
            "civil-affairs",
            "finance",
            "social-security",
            "statistics",
            "market",
            "real-estate",
            "housing",
            "expropriation");

    /** The decisions by people, in their order, with the days that each may take. */
    public static final List<Stage> DECISIONS =
            List.of(new Stage("subdistrict", Duration.ofDays(8)), new Stage("panel", Duration.ofDays(17)));

    /** The checks together. */
    public static final Stage VERIFICATION = new Stage("verification", Duration.ofDays(15));

    /** How long the result is shown before the application is finished. */
    public static final Stage HOLD = new Stage("hold", Duration.ofDays(7));

    /** Length of an answer, in bytes. */
    public static final int ANSWER = 200;

    /** Steps that are acknowledged one by one: the start, an answer for each check, the decisions, the end of the hold. */
    public static final int STEPS = 1 + CHECKS.size() + DECISIONS.size() + 1;

    private Work() {}

    /**
     * A stage.
     *
     * @param name of it
     * @param limit after which it is overdue
     */
    public record Stage(String name, Duration limit) {}

    /** The answer of a check about an application: the same text for the same two, not to be guessed from another. */
    public static String answer(String check, int index) {
        StringBuilder text = new StringBuilder();
        for (int part = 0; text.length() < ANSWER; part++) {
            String seed = check + " " + index + " " + part;
            text.append(Hashing.sha256().hashString(seed, StandardCharsets.UTF_8));
        }
        return text.substring(0, ANSWER);
    }

    /** Name of an application that has no number of its own. */
    public static String name(int index) {
        return "330482-20261124-%06d".formatted(index);
    }
}
