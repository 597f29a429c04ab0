package org.onevisit.housing.agency.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.Reply;

/**
 * The JSON that goes out and comes back, as the plugin's README lays it down.
 *
 * <p>What is wrong is told by its place and what was expected; a text from the agency is never repeated.
 */
final class WireFormat {
    private static final int LONGEST_REASON = 500;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CheckProfile profile;
    private final Map<String, FactKey> supplied;

    /** The format of this check. */
    WireFormat(CheckProfile profile) {
        this.profile = profile;
        this.supplied = profile.supplies().stream().collect(Collectors.toMap(FactKey::name, key -> key));
    }

    /** The inquiry as bytes. */
    byte[] write(Inquiry inquiry) {
        ObjectNode root = JSON.createObjectNode();
        root.put("inquiry", inquiry.id()).put("check", inquiry.check());
        ArrayNode persons = root.putArray("persons");
        for (InquiryPerson person : inquiry.persons()) {
            ObjectNode fields = persons.addObject().put("id", person.id()).putObject("fields");
            profile.needs().forEach(field -> fields.put(field.name(), person.field(field)));
        }
        ArrayNode wanted = root.putArray("wanted");
        inquiry.wanted().stream().map(FactKey::name).sorted().forEach(wanted::add);
        inquiry.earlierTicket().ifPresent(ticket -> root.put("ticket", ticket));
        root.put("dueBy", inquiry.dueBy().day().toString());
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of texts can always be written", e);
        }
    }

    /** Reads a promise. */
    Reply readPromise(byte[] body) {
        JsonNode root = parse(body);
        String ticket = text(root.path("ticket"), "/ticket");
        if (ticket.isBlank() || ticket.length() > 200) {
            throw wrong("/ticket", "a text of 1 to 200 characters");
        }
        return Reply.later(ticket, date(root.path("expectedBy"), "/expectedBy"));
    }

    /** Reads a finding. */
    Finding readFinding(byte[] body) {
        JsonNode root = parse(body);
        JsonNode given = root.path("answers");
        if (!given.isObject() || given.isEmpty()) {
            throw wrong("/answers", "an object with an answer for each person, or for household");
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        given.properties().forEach(entry -> {
            boolean household = entry.getKey().equals(Finding.HOUSEHOLD);
            String place = "/answers/" + (household ? "household" : "<person " + (answers.size() + 1) + ">");
            answers.put(entry.getKey(), answer(entry.getValue(), household, place));
        });
        JsonNode until = root.path("validUntil");
        return new Finding(
                answers,
                until.isMissingNode() || until.isNull() ? Optional.empty() : Optional.of(date(until, "/validUntil")));
    }

    private Answer answer(JsonNode given, boolean household, String place) {
        if (given.has("facts") && given.has("asOf") && given.size() == 2) {
            Map<FactKey, Fact> facts = facts(given.get("facts"), household, place + "/facts");
            return new Answer.Facts(date(given.get("asOf"), place + "/asOf"), facts);
        }
        if (given.has("nothingOnRecord") && given.size() == 1) {
            return Answer.nothingOnRecord(date(given.get("nothingOnRecord"), place + "/nothingOnRecord"));
        }
        if (given.has("cannotAnswer") && given.size() == 1) {
            String reason = text(given.get("cannotAnswer"), place + "/cannotAnswer");
            if (reason.length() > LONGEST_REASON) {
                throw wrong(place + "/cannotAnswer", "at most " + LONGEST_REASON + " characters");
            }
            return Answer.cannotAnswer(reason);
        }
        throw wrong(place, "{asOf, facts}, {nothingOnRecord} or {cannotAnswer}, and nothing else");
    }

    private Map<FactKey, Fact> facts(JsonNode given, boolean household, String place) {
        if (!given.isObject()) {
            throw wrong(place, "an object of facts by name");
        }
        Map<FactKey, Fact> facts = new LinkedHashMap<>();
        given.properties().forEach(entry -> {
            FactKey key = supplied.get(entry.getKey());
            if (key == null || household != (key.subject() == FactKey.Subject.HOUSEHOLD)) {
                throw wrong(place, "facts among " + supplied.keySet() + ", each under its person or the household");
            }
            facts.put(key, fact(key, entry.getValue(), place + "/" + key));
        });
        return facts;
    }

    private Fact fact(FactKey key, JsonNode value, String place) {
        try {
            return Fact.parse(key, text(value, place));
        } catch (IllegalArgumentException e) {
            throw wrong(place, "a " + key.type() + " as text");
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw wrong("line " + line, "JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
        throw wrong("/", "a JSON object");
    }

    private String text(JsonNode value, String place) {
        if (!value.isTextual()) {
            throw wrong(place, "a text");
        }
        return value.textValue();
    }

    private LocalDate date(JsonNode value, String place) {
        try {
            return LocalDate.parse(text(value, place));
        } catch (DateTimeException e) {
            throw wrong(place, "a day as yyyy-MM-dd");
        }
    }

    /** The agency's answer is wrong here; that was expected. */
    HousingException wrong(String place, String expected) {
        return new HousingException(
                ErrorCode.AGENCY_UNREACHABLE,
                "the answer of agency %s is wrong at %s; expected %s".formatted(profile.agency(), place, expected));
    }
}
