package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a person's identity card (公民身份号码), or of the residence permit for Hong Kong, Macao and Taiwan residents.
 *
 * <p>Eighteen characters as GB 11643 lays down: area, birth date, sequence, check digit. The fifteen digits of the first
 * generation are taken too and become eighteen, so that one person has one number. An area code that was abolished is
 * valid. {@link #toString()} hides the number; {@link #number()} gives it, and never belongs in a log, an error or a URL.
 */
public final class ResidentId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final String number;

    private ResidentId(String number) {
        this.number = number;
    }

    /** Who issued the document that the number stands on. */
    public enum Kind {
        /** Identity card of the mainland. */
        MAINLAND,
        /** Residence permit, area code 810000. */
        HONG_KONG,
        /** Residence permit, area code 820000. */
        MACAO,
        /** Residence permit, area code 830000. */
        TAIWAN
    }

    /** Sex as the sequence number tells it (GB/T 2261.1). */
    public enum Sex {
        /** 男: odd sequence. */
        MALE,
        /** 女: even sequence. */
        FEMALE
    }

    /** What is wrong with a text that should be a number. */
    public enum Fault {
        /** Not 18 characters (17 digits and a digit or X), nor 15 digits. */
        SHAPE,
        /** Digits 7 to 14 are no date. */
        BIRTH_DATE,
        /** The last character does not fit the others. */
        CHECK_DIGIT
    }

    /**
     * Reads a number.
     *
     * @param text 18 characters, a final x in either case, or 15 digits
     * @throws IllegalArgumentException with the {@link Fault}, never with the text, if it is no number
     */
    public static ResidentId parse(String text) {
        Optional<Fault> fault = faultOf(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not a resident identity number (GB 11643): " + fault.get());
        }
        return new ResidentId(normalise(text));
    }

    /** Tells what is wrong with {@code text}, or nothing when {@link #parse} takes it. */
    public static Optional<Fault> faultOf(String text) {
        requireNonNull(text, "text");
        boolean legacy = isDigits(text, 15);
        if (!legacy && !(text.length() == 18 && isDigits(text.substring(0, 17), 17) && isCheck(text.charAt(17)))) {
            return Optional.of(Fault.SHAPE);
        }
        String full = normalise(text);
        if (birthDate(full).isEmpty()) {
            return Optional.of(Fault.BIRTH_DATE);
        }
        return full.charAt(17) == checkDigit(full) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
    }

    /** The eighteen characters, upper case. Personal data. */
    public String number() {
        return number;
    }

    /** The last four characters, which an applicant types to see the progress. */
    public String lastFour() {
        return number.substring(14);
    }

    /** Day of birth. */
    public LocalDate birthDate() {
        return birthDate(number).orElseThrow();
    }

    /** Sex as registered in the number. */
    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Which document carries the number. */
    public Kind kind() {
        return switch (number.substring(0, 6)) {
            case "810000" -> Kind.HONG_KONG;
            case "820000" -> Kind.MACAO;
            case "830000" -> Kind.TAIWAN;
            default -> Kind.MAINLAND;
        };
    }

    /** Full years of age on a day. */
    public int ageOn(LocalDate day) {
        return birthDate().until(day).getYears();
    }

    /** Computes the check digit that belongs to the first seventeen digits. */
    public static char checkDigit(CharSequence seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    private static String normalise(String text) {
        if (text.length() == 18) {
            return text.toUpperCase(Locale.ROOT);
        }
        String seventeen = text.substring(0, 6) + "19" + text.substring(6);
        return seventeen + checkDigit(seventeen);
    }

    private static Optional<LocalDate> birthDate(String full) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(full, 6, 10, 10),
                    Integer.parseInt(full, 10, 12, 10),
                    Integer.parseInt(full, 12, 14, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCheck(char c) {
        return (c >= '0' && c <= '9') || c == 'X' || c == 'x';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidentId that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return number.substring(0, 2) + "****************";
    }
}
