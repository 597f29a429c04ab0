package org.onevisit.housing.host.rest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException.FieldError;

/** Errors in a body, with their words in both languages. */
final class FieldErrors {
    private static final ResourceBundle ENGLISH = ProblemTexts.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = ProblemTexts.bundle(Locale.CHINESE);

    private static final int LONGEST_POINTER = 300;

    private FieldErrors() {}

    /** An error that its code explains. */
    static FieldError of(String pointer, ErrorCode code) {
        return of(pointer, code, "", "");
    }

    /** An error that says what was expected; there is nothing to say when that is empty. */
    static FieldError expecting(String pointer, ErrorCode code, String expected) {
        return of(pointer, code, "", expected);
    }

    /** A field that is not known; its name stands in the pointer. */
    static FieldError unknown(String pointer, String nearest) {
        String cut = pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) : pointer;
        return of(cut, ErrorCode.UNKNOWN_FIELD, nearest.isEmpty() ? "" : "near", nearest);
    }

    /** The same error in a document that stands inside another. */
    static FieldError under(String pointer, FieldError error) {
        return new FieldError(
                pointer + error.pointer(),
                error.code(),
                error.message(),
                error.messageEn(),
                error.cure(),
                error.cureEn(),
                error.expected(),
                error.rule());
    }

    /**
     * An error with words of its own.
     *
     * @param variant which words of the code; empty for the usual ones
     * @param expected what was expected; empty where that cannot be said
     * @param arguments filled into the words; never a value that was sent
     */
    static FieldError of(String pointer, ErrorCode code, String variant, String expected, Object... arguments) {
        String key = "field." + code.name() + (variant.isEmpty() ? "" : "." + variant);
        return new FieldError(
                pointer,
                code,
                text(CHINESE, key + ".message", arguments),
                text(ENGLISH, key + ".message", arguments),
                text(CHINESE, key + ".cure", expected),
                text(ENGLISH, key + ".cure", expected),
                Optional.of(expected).filter(text -> !text.isEmpty()),
                code.name().startsWith("ID_") ? Optional.of("GB 11643") : Optional.empty());
    }

    private static String text(ResourceBundle bundle, String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
