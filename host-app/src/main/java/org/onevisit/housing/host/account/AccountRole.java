package org.onevisit.housing.host.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Roles that an account can have, by the short names that people type. */
public enum AccountRole {
    /** Takes applications at a window. */
    CLERK(Role.WINDOW_CLERK),
    /** Answers for an agency. */
    OFFICER(Role.AGENCY_OFFICER),
    /** Reviews for a subdistrict. */
    REVIEWER(Role.SUBDISTRICT_REVIEWER),
    /** Votes in the joint review panel. */
    PANEL(Role.PANEL_MEMBER),
    /** Leads the panel. */
    CHAIR(Role.PANEL_CHAIR),
    /** Watches deadlines. */
    SUPERVISOR(Role.SUPERVISOR),
    /** Looks after the host. */
    OPERATOR(Role.OPERATOR),
    /** Looks after notices. */
    EDITOR(Role.PUBLICITY_EDITOR);

    private final Role role;

    AccountRole(Role role) {
        this.role = role;
    }

    /** The role as the engine knows it. */
    public Role role() {
        return role;
    }

    /** The short name. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role by its short name, or by the engine's name for it.
     *
     * @throws HousingException BAD_ARGUMENT when there is none, with all names
     */
    @JsonCreator
    public static AccountRole of(String word) {
        String wanted = word.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.name().equals(wanted) || one.role.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new HousingException(
                        ErrorCode.BAD_ARGUMENT,
                        "there is no such role; it is one of "
                                + Arrays.stream(values()).map(AccountRole::word).collect(Collectors.joining(", "))));
    }
}
