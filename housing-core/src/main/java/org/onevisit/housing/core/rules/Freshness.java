package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.onevisit.housing.core.state.Trail.Source;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;

/** Until when an answer can be used again: as long as the pack says from the day that it speaks of, and no longer than the agency lets it. */
public final class Freshness {
    private Freshness() {}

    /** The day that an answer speaks of; empty where the agency could not say anything. */
    public static Optional<LocalDate> asOf(Answer answer) {
        if (answer instanceof Answer.Facts facts) {
            return Optional.of(facts.asOf());
        }
        return answer instanceof Answer.NothingOnRecord nothing ? Optional.of(nothing.asOf()) : Optional.empty();
    }

    /** Is what speaks of {@code asOf} fresh on a day? */
    static boolean fresh(LocalDate asOf, Source source, CheckRule rule, Setting setting, LocalDate day) {
        return !setting.calendar().after(asOf, rule.freshFor()).day().isBefore(day)
                && source.validUntil().filter(day::isAfter).isEmpty();
    }
}
