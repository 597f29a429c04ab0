package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;

/** What an agency says of one person or of the household: facts, nothing on record, or that it cannot answer. */
public sealed interface Answer {
    /** Starts an answer with facts. */
    static Facts facts(LocalDate asOf) {
        return new Facts(asOf, Map.of());
    }

    /** Searched, no entry. Whether that proves absence the pack says. */
    static Answer nothingOnRecord(LocalDate asOf) {
        return new NothingOnRecord(asOf);
    }

    /** Asked, but the agency cannot say. */
    static Answer cannotAnswer(String reason) {
        return new CannotAnswer(reason);
    }

    /**
     * Facts.
     *
     * @param asOf day that they speak of
     * @param facts by key
     */
    record Facts(LocalDate asOf, Map<FactKey, Fact> facts) implements Answer {
        /** Copies the map. */
        public Facts {
            requireNonNull(asOf, "asOf");
            facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /** This answer and one more fact; the value has the type of the key. */
        public Facts put(FactKey key, Object value) {
            Map<FactKey, Fact> more = new LinkedHashMap<>(facts);
            more.put(key, Fact.of(key, value));
            return new Facts(asOf, more);
        }

        @Override
        public String toString() {
            return "Facts " + facts.keySet();
        }
    }

    /**
     * Searched, no entry.
     *
     * @param asOf day that it speaks of
     */
    record NothingOnRecord(LocalDate asOf) implements Answer {
        /** Checks that nothing is null. */
        public NothingOnRecord {
            requireNonNull(asOf, "asOf");
        }
    }

    /**
     * The agency cannot say.
     *
     * @param reason for people; no personal data
     */
    record CannotAnswer(String reason) implements Answer {
        /** Checks that nothing is null. */
        public CannotAnswer {
            requireNonNull(reason, "reason");
        }
    }
}
