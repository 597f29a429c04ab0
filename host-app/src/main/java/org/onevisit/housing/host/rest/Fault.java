package org.onevisit.housing.host.rest;

import java.util.List;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

/**
 * What went wrong in a request, before it is put into words.
 *
 * @param code what
 * @param message in English, holds no personal data
 * @param errors in the body
 * @param incident under which the log knows more; empty where nothing was logged
 */
record Fault(ErrorCode code, String message, List<FieldError> errors, String incident) {
    Fault {
        errors = List.copyOf(errors);
    }

    static Fault of(HousingException e) {
        return new Fault(e.code(), String.valueOf(e.getMessage()), e.errors(), "");
    }

    static Fault of(ErrorCode code, String message) {
        return new Fault(code, message, List.of(), "");
    }

    /** The HTTP status. */
    int status() {
        return switch (code.kind()) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case INCOMPLETE -> 422;
            case TOO_MANY -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
