package org.onevisit.housing.agency.simulated;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A ticket that carries all that the later answer needs, since a plugin keeps no storage, and no personal data: the day of the
 * answer, which facts are wanted (a bit for each that is supplied), and a persona for each person asked about.
 *
 * <p>Example: {@code sim-20250117-3f~m1.5f3a02~m2.77aa11}.
 *
 * @param day of the answer
 * @param wanted a bit for each fact supplied
 * @param personas by person id, or the household
 */
record Ticket(LocalDate day, long wanted, Map<String, Persona> personas) {
    private static final String PREFIX = "sim-";
    private static final int LONGEST = 200;

    /** The ticket as text, unless it would be too long or an id has a character that separates. */
    Optional<String> text() {
        StringJoiner text = new StringJoiner("~");
        text.add(PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + Long.toHexString(wanted));
        for (Map.Entry<String, Persona> entry : personas.entrySet()) {
            if (entry.getKey().indexOf('~') >= 0) {
                return Optional.empty();
            }
            text.add(entry.getKey() + "." + Integer.toHexString(entry.getValue().bits()));
        }
        return text.length() > LONGEST ? Optional.empty() : Optional.of(text.toString());
    }

    /** Reads a ticket; empty for one that nobody will answer, or of somebody else. */
    static Optional<Ticket> read(String text) {
        try {
            String[] parts = text.split("~", -1);
            String[] head = parts[0].split("-", -1);
            if (!text.startsWith(PREFIX) || head.length != 3 || parts.length < 2) {
                return Optional.empty();
            }
            Map<String, Persona> personas = new LinkedHashMap<>();
            for (int i = 1; i < parts.length; i++) {
                int dot = parts[i].lastIndexOf('.');
                personas.put(
                        parts[i].substring(0, dot), new Persona(Integer.parseInt(parts[i].substring(dot + 1), 16)));
            }
            LocalDate day = LocalDate.parse(head[1], DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(new Ticket(day, Long.parseUnsignedLong(head[2], 16), personas));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The ticket of a promise that is never kept. */
    static String never(long inquiryHash) {
        return PREFIX + "never-" + Long.toHexString(inquiryHash);
    }
}
