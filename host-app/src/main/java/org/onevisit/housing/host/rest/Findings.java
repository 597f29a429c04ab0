package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/**
 * Reads a finding: per person facts, nothing on record, or that the agency cannot answer.
 *
 * <pre>{@code
 * {"answers": {"m1": {"asOf": "2026-12-01", "facts": {"home.count": 1, "home.floorArea": "48.00"}},
 *              "m2": {"asOf": "2026-12-01", "nothingOnRecord": true},
 *              "m3": {"cannotAnswer": "register under repair"}},
 *  "validUntil": "2027-02-28"}
 * }</pre>
 */
final class Findings {
    /** Without an exponent: a few letters could otherwise ask for a billion digits. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private Findings() {}

    /** The finding in a body; empty when an error was noted that leaves nobody answered for. */
    static Optional<Finding> read(Fields body) {
        Map<String, Answer> answers = body.map("answers", Findings::answer);
        Optional<LocalDate> validUntil = body.optionalDay("validUntil");
        return answers.isEmpty() ? Optional.empty() : Optional.of(new Finding(answers, validUntil));
    }

    private static Answer answer(Fields person) {
        if (person.has("cannotAnswer")) {
            return Answer.cannotAnswer(person.text("cannotAnswer"));
        }
        LocalDate asOf = person.day("asOf");
        if (person.has("nothingOnRecord")) {
            person.yes("nothingOnRecord");
            return Answer.nothingOnRecord(asOf);
        }
        return facts(person, asOf);
    }

    private static Answer facts(Fields person, LocalDate asOf) {
        Map<FactKey, Fact> facts = new LinkedHashMap<>();
        person.entries("facts").forEach((name, value) -> {
            Optional<FactKey> key = FactKey.named(name);
            if (key.isEmpty()) {
                person.wrongEntry("facts", name, ErrorCode.UNKNOWN_FIELD, nearest(name));
                return;
            }
            fact(key.get(), value)
                    .ifPresentOrElse(
                            fact -> facts.put(key.get(), fact),
                            () -> person.wrongEntry(
                                    "facts",
                                    name,
                                    ErrorCode.WRONG_TYPE,
                                    key.get().type().name()));
        });
        return new Answer.Facts(asOf, facts);
    }

    private static Optional<Fact> fact(FactKey key, JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        boolean number =
                switch (key.type()) {
                    case MONEY, AREA, COUNT, MONTHS -> true;
                    case FLAG, DATE, CODE -> false;
                };
        if (text.isBlank() || (number && !PLAIN_NUMBER.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Fact.parse(key, text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String nearest(String name) {
        return Nearest.of(name, FactKey.catalogue().stream().map(FactKey::name).toList())
                .orElse("");
    }
}
