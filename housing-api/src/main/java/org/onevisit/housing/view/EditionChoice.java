package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.Step;

/**
 * An open application of which a person decides which edition judges it, with what each says on the facts at hand. Holds no personal data.
 *
 * @param number of the application
 * @param step where it is
 * @param edition pack and version of the edition that judges it
 * @param offered pack and version of the other one
 * @param before eligibility under its own
 * @param after eligibility under the other one
 * @param amountBefore monthly amount under its own, where there is one
 * @param amountAfter monthly amount under the other one, where there is one
 */
public record EditionChoice(
        ApplicationNumber number,
        Step step,
        String edition,
        String offered,
        Met before,
        Met after,
        Optional<Money> amountBefore,
        Optional<Money> amountAfter) {
    /** Checks that nothing is null. */
    public EditionChoice {
        requireNonNull(number, "number");
        requireNonNull(step, "step");
        requireNonNull(edition, "edition");
        requireNonNull(offered, "offered");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(amountBefore, "amountBefore");
        requireNonNull(amountAfter, "amountAfter");
    }

    /** What a person decides. */
    public enum Choice {
        /** The other edition judges it from now on. */
        ADOPT,
        /** Its own goes on judging it. */
        KEEP
    }
}
