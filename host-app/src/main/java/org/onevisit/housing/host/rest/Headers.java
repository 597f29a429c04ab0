package org.onevisit.housing.host.rest;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Headers of a request that mean something to the core. */
final class Headers {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{0,200}");
    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private Headers() {}

    /** The name of a request; empty when there is none. */
    static String idempotencyKey(String header) {
        String key = header.strip();
        if (!KEY.matcher(key).matches()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "Idempotency-Key takes 1 to 200 visible ASCII characters without blanks");
        }
        return key;
    }

    /** The revision that the caller has seen; none for an absent header or {@code *}. */
    static OptionalLong ifMatch(String header) {
        String value = header.strip();
        if (value.isEmpty() || value.equals("*")) {
            return OptionalLong.empty();
        }
        Matcher revision = REVISION.matcher(value);
        if (!revision.matches()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "If-Match takes one ETag as an answer gave it, for example \"7\"");
        }
        return OptionalLong.of(Long.parseLong(revision.group(1)));
    }
}
