package org.onevisit.housing.agency.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Days as an agency writes them.
 *
 * @param pattern for people
 * @param format the same for the machine; strict
 */
record Days(String pattern, DateTimeFormatter format) {
    /**
     * Days of this pattern.
     *
     * @throws IllegalArgumentException if it is none, or loses part of a day
     */
    static Days of(String pattern) {
        // "y" alone counts eras; "u" is the year that people mean
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        Days days = new Days(pattern, format);
        LocalDate day = LocalDate.of(2025, 11, 23);
        try {
            if (days.read(days.write(day)).filter(day::equals).isPresent()) {
                return days;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no pattern of a day", e);
        }
        throw new IllegalArgumentException("the pattern loses part of a day");
    }

    Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String write(LocalDate day) {
        return format.format(day);
    }
}
