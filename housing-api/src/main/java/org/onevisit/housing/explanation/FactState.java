package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.onevisit.housing.model.Fact;

/** What is known of one fact about one person: a value, nothing on record, or a gap with its cause. */
public sealed interface FactState {
    /** Check that is the source; empty if nobody was asked. */
    String source();

    /**
     * A value.
     *
     * @param fact key and value
     * @param source check that answered
     * @param asOf day that it speaks of
     */
    record Known(Fact fact, String source, LocalDate asOf) implements FactState {
        /** Checks that nothing is null. */
        public Known {
            requireNonNull(fact, "fact");
            requireNonNull(source, "source");
            requireNonNull(asOf, "asOf");
        }
    }

    /**
     * The agency searched and has no entry; whether that proves absence the pack says.
     *
     * @param source check that answered
     * @param asOf day that it speaks of
     */
    record NothingOnRecord(String source, LocalDate asOf) implements FactState {
        /** Checks that nothing is null. */
        public NothingOnRecord {
            requireNonNull(source, "source");
            requireNonNull(asOf, "asOf");
        }
    }

    /**
     * A gap.
     *
     * @param source check that should have answered, or empty
     * @param reason for people, zh-CN: overdue, not installed, cannot answer, not authorised
     */
    record Unknown(String source, String reason) implements FactState {
        /** Checks that nothing is null. */
        public Unknown {
            requireNonNull(source, "source");
            requireNonNull(reason, "reason");
        }
    }
}
