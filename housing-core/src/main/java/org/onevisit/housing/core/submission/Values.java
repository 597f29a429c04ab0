package org.onevisit.housing.core.submission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Division;

/** Reads single texts; what does not fit is a fault, and empty. */
record Values(Faults faults) {
    /** Ids inside a submission. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    /** Ids of users. */
    static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    /** Codes of channels. */
    static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    /** Mobile numbers of the mainland. */
    static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");

    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}].*|.*[\\s\\p{Z}]$", Pattern.DOTALL);
    /** Controls, line separators, halves of pairs, and marks that turn the direction of writing. */
    private static final Pattern NOT_PROSE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    Optional<String> shaped(JsonValue value, Pattern shape) {
        return shape.matcher(value.text()).matches()
                ? Optional.of(value.text())
                : refused(value, Complaint.TEXT_SHAPE, shape.pattern());
    }

    /** A name or an address: anything that can be written in one line. */
    Optional<String> prose(JsonValue value, int longest) {
        String text = value.text();
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            return refused(value, Complaint.TEXT_LENGTH, "1-" + longest);
        }
        if (NOT_PROSE.matcher(text).find()) {
            return refused(value, Complaint.TEXT_CHARACTERS, "");
        }
        return BLANK_ENDS.matcher(text).matches() ? refused(value, Complaint.TEXT_BLANKS, "") : Optional.of(text);
    }

    <E extends Enum<E>> Optional<E> oneOf(JsonValue value, Class<E> type) {
        List<E> known = List.of(type.getEnumConstants());
        return oneOf(value, known.stream().map(Enum::name).toList()).map(name -> Enum.valueOf(type, name));
    }

    Optional<String> oneOf(JsonValue value, Collection<String> known) {
        return known.contains(value.text())
                ? Optional.of(value.text())
                : refused(value, Complaint.UNKNOWN_VALUE, String.join(" | ", known));
    }

    /** A day between 1900 and {@code latest}. */
    Optional<LocalDate> date(JsonValue value, LocalDate latest) {
        try {
            LocalDate date = LocalDate.parse(value.text());
            if (date.isAfter(latest)) {
                return refused(value, Complaint.DATE_FUTURE, "");
            }
            return date.isBefore(FIRST_DAY)
                    ? refused(value, Complaint.DATE_OLD, FIRST_DAY.toString())
                    : Optional.of(date);
        } catch (DateTimeException e) {
            return refused(value, Complaint.DATE_SHAPE, "2026-11-27");
        }
    }

    Optional<Instant> moment(JsonValue value) {
        try {
            return Optional.of(OffsetDateTime.parse(value.text()).toInstant());
        } catch (DateTimeException e) {
            return refused(value, Complaint.DATE_SHAPE, "2026-11-27T15:20:00+08:00");
        }
    }

    Optional<Division> division(JsonValue value) {
        boolean fits = Stream.of(6, 9, 12).anyMatch(length -> value.text().length() == length)
                && value.text().chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Optional.of(Division.of(value.text())) : refused(value, Complaint.DIVISION_SHAPE, "330482001");
    }

    /** Says what is wrong, and gives nothing. */
    <T> Optional<T> refused(JsonValue value, Complaint complaint, String expected) {
        faults.add(value, complaint, expected);
        return Optional.empty();
    }
}
