package org.onevisit.housing.host.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * What an account acts for: {@code 330482} a county, {@code 330482001} a subdistrict, {@code 330482/tax} an agency, seat or window
 * in it, {@code 330482/*} every one.
 *
 * @param division county or subdistrict
 * @param unit agency, seat or window; empty for none
 */
public record Scope(Division division, String unit) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{6}|\\d{9}|\\d{12})(?:/(\\*|[a-z0-9][a-z0-9-]{0,39}))?");

    /**
     * Reads a scope.
     *
     * @throws HousingException BAD_ARGUMENT when it has another shape
     */
    @JsonCreator
    public static Scope of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "a scope is a division of 6, 9 or 12 digits, and after a slash an agency, seat or window, or * for every one:"
                            + " 330482, 330482001, 330482/tax, 330482/*");
        }
        String unit = matcher.group(2);
        return new Scope(Division.of(matcher.group(1)), unit == null ? "" : unit);
    }

    @Override
    @JsonValue
    public String toString() {
        return unit.isEmpty() ? division.code() : division.code() + "/" + unit;
    }
}
