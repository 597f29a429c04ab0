package org.onevisit.housing.host.rest;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

/** Query parameters, read strictly; in an error the pointer of one is {@code ?} and its name. */
final class Query {
    private Query() {}

    /** One of the names of an enum; none for an empty text. */
    static <E extends Enum<E>> Optional<E> choice(String name, String text, Class<E> type) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> match = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (match.isEmpty()) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | "));
            throw refused(name, ErrorCode.UNKNOWN_VALUE, names);
        }
        return match;
    }

    /** A whole number in a range. */
    static int number(String name, String text, int least, int most) {
        return Math.toIntExact(number(name, text, (long) least, most));
    }

    /** A whole number in a range. */
    static long number(String name, String text, long least, long most) {
        long value = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (value < least || value > most) {
            throw refused(name, ErrorCode.UNKNOWN_VALUE, least + "…" + most);
        }
        return value;
    }

    /** Yes or no, in exactly these words: what is misspelt must not count as a no. */
    static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(name, ErrorCode.UNKNOWN_VALUE, "true | false");
        }
        return text.equals("true");
    }

    /** A month. */
    static YearMonth month(String name, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(name, text.isEmpty() ? ErrorCode.MISSING_FIELD : ErrorCode.BAD_DATE, "yyyy-MM");
        }
    }

    /** A text that has to be there. */
    static String text(String name, String text) {
        if (text.isBlank()) {
            throw refused(name, ErrorCode.MISSING_FIELD, "");
        }
        return text;
    }

    private static HousingException refused(String name, ErrorCode code, String expected) {
        FieldError error = FieldErrors.expecting("?" + name, code, expected);
        return new HousingException(
                ErrorCode.BAD_ARGUMENT, "query parameter " + name + ": " + error.messageEn(), List.of(error));
    }
}
