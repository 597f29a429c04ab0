package org.onevisit.housing.host.pages;

import java.util.List;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Something that went wrong, as a page shows it.
 *
 * @param status of HTTP
 * @param code that people quote; empty where there is none
 * @param key key of the text that says what to do
 * @param message what exactly
 * @param errors field by field
 */
public record Problem(int status, String code, String key, String message, List<HousingException.FieldError> errors) {
    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** The problem that an exception tells of. */
    static Problem of(HousingException e) {
        ErrorCode.Kind kind = e.code().kind();
        String message = e.getMessage() == null ? "" : e.getMessage();
        return new Problem(status(kind), e.code().code(), "problem." + kind, message, e.errors());
    }

    /** The problem that a status tells of. */
    static Problem of(int status) {
        String key =
                switch (status) {
                    case 403 -> "problem.FORBIDDEN";
                    case 401 -> "problem.UNAUTHENTICATED";
                    case 404 -> "problem.NOT_FOUND";
                    case 405 -> "problem.METHOD";
                    case 409 -> "problem.CONFLICT";
                    case 410 -> "problem.GONE";
                    case 413 -> "problem.TOO_LARGE";
                    case 429 -> "problem.TOO_MANY";
                    case 503 -> "problem.UNAVAILABLE";
                    default -> status < 500 ? "problem.MALFORMED" : "problem.INTERNAL";
                };
        return new Problem(status, "", key, "", List.of());
    }

    private static int status(ErrorCode.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case TOO_LARGE -> 413;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case INCOMPLETE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }
}
