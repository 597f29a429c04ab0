package org.onevisit.housing.agency.worklist.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.view.InquiryView;

/** The form of one inquiry: a field for every wanted fact and person, read into a finding. */
final class AnswerForm {
    private final InquiryView inquiry;
    private final Map<String, String[]> given;
    private final LocalDate today;
    private final Map<String, String> errors = new LinkedHashMap<>();

    AnswerForm(InquiryView inquiry, Map<String, String[]> given, LocalDate today) {
        this.inquiry = inquiry;
        this.given = Map.copyOf(given);
        this.today = today;
    }

    /**
     * Whom the officer answers for.
     *
     * @param id of the person, or {@code household}
     * @param fields what is told of the person, by the field's code
     * @param kind {@code facts, nothing, cannot} or empty, as chosen
     * @param reason why it cannot be answered
     * @param facts a field for each wanted fact
     */
    public record Subject(String id, Map<String, String> fields, String kind, String reason, List<FactField> facts) {}

    /**
     * A field for a fact.
     *
     * @param name of the field
     * @param key the fact
     * @param value what was typed
     * @param error key of what is wrong with it; empty if nothing is
     */
    public record FactField(String name, FactKey key, String value, String error) {
        /** Name inside the page. */
        public String id() {
            return name.replaceAll("[^A-Za-z0-9]", "-");
        }

        /** Type of the input; empty for a list. */
        public String input() {
            return switch (key.type()) {
                case DATE -> "date";
                case FLAG -> "";
                default -> "text";
            };
        }

        /** How phones and tablets help to type it. */
        public String mode() {
            return switch (key.type()) {
                case MONEY, AREA -> "decimal";
                case COUNT, MONTHS -> "numeric";
                default -> "text";
            };
        }
    }

    /** Everybody who is asked about, the household last where something is asked of it. */
    List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        inquiry.persons().forEach((id, fields) -> {
            if (!id.equals(Finding.HOUSEHOLD)) {
                add(subjects, id, fields, FactKey.Subject.PERSON);
            }
        });
        add(subjects, Finding.HOUSEHOLD, Map.of(), FactKey.Subject.HOUSEHOLD);
        return subjects;
    }

    private void add(List<Subject> subjects, String id, Map<String, String> fields, FactKey.Subject about) {
        List<FactField> facts = inquiry.wanted().stream()
                .filter(key -> key.subject() == about)
                .map(key -> fact(id, key))
                .toList();
        if (!facts.isEmpty()) {
            subjects.add(new Subject(id, fields, text("kind|" + id), text("reason|" + id), facts));
        }
    }

    private FactField fact(String person, FactKey key) {
        String name = person + "|" + key.name();
        return new FactField(name, key, text(name), errors.getOrDefault(name, ""));
    }

    /** Day that the answers speak of; today unless told otherwise. */
    String asOf() {
        return text("asOf").isEmpty() ? today.toString() : text("asOf");
    }

    /** What is wrong, by the field's name. */
    Map<String, String> errors() {
        return errors;
    }

    /** Reads the finding; empty when something is wrong, which {@link #errors} then tells. */
    Optional<Finding> finding() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Optional<LocalDate> day = day();
        for (Subject subject : subjects()) {
            answer(subject, day.orElse(today)).ifPresent(answer -> answers.put(subject.id(), answer));
        }
        if (answers.isEmpty() && errors.isEmpty()) {
            errors.put("", "error.nothing");
        }
        return errors.isEmpty() ? Optional.of(Finding.of(answers)) : Optional.empty();
    }

    private Optional<LocalDate> day() {
        try {
            LocalDate day = LocalDate.parse(asOf());
            if (!day.isAfter(today)) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below, as for a day in the future
        }
        errors.put("asOf", "error.asOf");
        return Optional.empty();
    }

    private Optional<Answer> answer(Subject subject, LocalDate day) {
        return switch (subject.kind()) {
            case "nothing" -> Optional.of(Answer.nothingOnRecord(day));
            case "cannot" -> cannot(subject);
            default -> facts(subject, day);
        };
    }

    private Optional<Answer> cannot(Subject subject) {
        if (subject.reason().isEmpty()) {
            errors.put("reason|" + subject.id(), "error.reason");
            return Optional.empty();
        }
        return Optional.of(Answer.cannotAnswer(subject.reason()));
    }

    private Optional<Answer> facts(Subject subject, LocalDate day) {
        Answer.Facts facts = Answer.facts(day);
        for (FactField field : subject.facts()) {
            if (!field.value().isEmpty()) {
                try {
                    facts = facts.put(
                            field.key(), Fact.parse(field.key(), field.value()).value());
                } catch (IllegalArgumentException e) {
                    errors.put(field.name(), "error." + errorOf(field.key().type()));
                }
            }
        }
        return facts.facts().isEmpty() ? Optional.empty() : Optional.of(facts);
    }

    private static String errorOf(FactType type) {
        return type.name();
    }

    private String text(String name) {
        String[] values = given.get(name);
        return values == null || values.length == 0 ? "" : values[0].trim();
    }
}
