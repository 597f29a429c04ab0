package org.onevisit.housing.core.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.onevisit.housing.process.ErrorCode;

/** What can be wrong with a submission: the code that people quote, and the texts for them. */
enum Complaint {
    NOT_JSON(ErrorCode.NOT_JSON),
    TOO_DEEP(ErrorCode.NOT_JSON),
    UNKNOWN_FIELD(ErrorCode.UNKNOWN_FIELD),
    MISSPELT_FIELD(ErrorCode.UNKNOWN_FIELD),
    MISSING_FIELD(ErrorCode.MISSING_FIELD),
    DUPLICATE_FIELD(ErrorCode.DUPLICATE_FIELD),
    WRONG_TYPE(ErrorCode.WRONG_TYPE),
    UNKNOWN_VALUE(ErrorCode.UNKNOWN_VALUE),
    KIND_AND_NUMBER(ErrorCode.UNKNOWN_VALUE),
    TEXT_LENGTH(ErrorCode.BAD_TEXT),
    TEXT_CHARACTERS(ErrorCode.BAD_TEXT),
    TEXT_BLANKS(ErrorCode.BAD_TEXT),
    TEXT_SHAPE(ErrorCode.BAD_TEXT),
    LIST_SIZE(ErrorCode.BAD_SIZE),
    ID_SHAPE(ErrorCode.ID_SHAPE),
    ID_CHECK_DIGIT(ErrorCode.ID_CHECK_DIGIT),
    ID_BIRTH_DATE(ErrorCode.ID_BIRTH_DATE),
    ID_BIRTH_RANGE(ErrorCode.ID_BIRTH_DATE),
    DATE_SHAPE(ErrorCode.BAD_DATE),
    DATE_FUTURE(ErrorCode.BAD_DATE),
    DATE_OLD(ErrorCode.BAD_DATE),
    DIVISION_SHAPE(ErrorCode.BAD_DIVISION),
    DIVISION_OTHER(ErrorCode.BAD_DIVISION),
    DIVISION_OUTSIDE(ErrorCode.BAD_DIVISION),
    DUPLICATE_ID(ErrorCode.DUPLICATE_ENTRY),
    DUPLICATE_PERSON(ErrorCode.DUPLICATE_ENTRY),
    DUPLICATE_ENTRY(ErrorCode.DUPLICATE_ENTRY),
    NO_SUCH_MEMBER(ErrorCode.DANGLING_REFERENCE),
    NO_SUCH_DOCUMENT(ErrorCode.DANGLING_REFERENCE),
    NO_SELF(ErrorCode.BAD_RELATION),
    SECOND_SELF(ErrorCode.BAD_RELATION),
    APPLICANT_NOT_SELF(ErrorCode.BAD_RELATION),
    SECOND_SPOUSE(ErrorCode.BAD_RELATION),
    SPOUSE_NOT_MARRIED(ErrorCode.BAD_RELATION),
    GUARDIAN_MISSING(ErrorCode.MISSING_GUARDIAN),
    GUARDIAN_NOT_ADULT(ErrorCode.MISSING_GUARDIAN),
    GUARDIAN_ONESELF(ErrorCode.MISSING_GUARDIAN),
    SIGNED_BY_MINOR(ErrorCode.BAD_SIGNATURE),
    SIGNED_BY_STRANGER(ErrorCode.BAD_SIGNATURE),
    SIGNED_FOR_ONESELF(ErrorCode.BAD_SIGNATURE);

    private static final ResourceBundle CHINESE = texts(Locale.CHINESE);
    private static final ResourceBundle ENGLISH = texts(Locale.ROOT);
    private final ErrorCode code;

    Complaint(ErrorCode code) {
        this.code = code;
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "org.onevisit.housing.core.submission.submission",
                locale,
                Complaint.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    ErrorCode code() {
        return code;
    }

    /** The text for people, zh-CN or English; {@code part} is {@code message} or {@code cure}. */
    String text(boolean chinese, String part) {
        return (chinese ? CHINESE : ENGLISH).getString(name() + "." + part);
    }

    /** The standard that is broken, where there is one by name. */
    Optional<String> rule() {
        String key = name() + ".rule";
        return ENGLISH.containsKey(key) ? Optional.of(ENGLISH.getString(key)) : Optional.empty();
    }
}
