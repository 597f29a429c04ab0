package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onevisit.housing.model.FactKey;

/**
 * What a check is: its code, its agency, what it supplies, what it needs. Immutable; each method gives a changed copy.
 *
 * <p>Agency codes are those of the glossary: {@code police, civil-affairs, finance, social-security, statistics, market, tax,
 * provident-fund, bank, real-estate, housing, expropriation}.
 */
public final class CheckProfile {
    /** The longest that one call may take. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(120);

    private final String check;
    private final String agency;
    private final Set<FactKey> supplies;
    private final Set<MemberField> needs;
    private final Duration callTimeout;
    private final int callsAtOnce;

    private CheckProfile(
            String check,
            String agency,
            Set<FactKey> supplies,
            Set<MemberField> needs,
            Duration callTimeout,
            int callsAtOnce) {
        this.check = check;
        this.agency = agency;
        this.supplies = supplies;
        this.needs = needs;
        this.callTimeout = callTimeout;
        this.callsAtOnce = callsAtOnce;
    }

    /** A check whose code is also its agency's code; calls end after 30 seconds, four run at once. */
    public static CheckProfile of(String check) {
        if (!requireNonNull(check, "check").matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("a check is named in lower-case letters, digits and hyphens");
        }
        return new CheckProfile(check, check, Set.of(), Set.of(), Duration.ofSeconds(30), 4);
    }

    /** Names the agency, where one agency has several checks. */
    public CheckProfile agency(String code) {
        return new CheckProfile(check, requireNonNull(code, "code"), supplies, needs, callTimeout, callsAtOnce);
    }

    /** Names the facts that a finding may hold; others are refused. */
    public CheckProfile supplies(FactKey... keys) {
        Set<FactKey> set = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
        return new CheckProfile(check, agency, set, needs, callTimeout, callsAtOnce);
    }

    /** Names the fields of a member that the check reads; the others are not handed over. */
    public CheckProfile needs(MemberField... fields) {
        Set<MemberField> set = EnumSet.noneOf(MemberField.class);
        set.addAll(List.of(fields));
        return new CheckProfile(check, agency, supplies, Collections.unmodifiableSet(set), callTimeout, callsAtOnce);
    }

    /**
     * Sets when one call is interrupted.
     *
     * @throws IllegalArgumentException if not positive or above {@link #LONGEST_CALL}
     */
    public CheckProfile callTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_CALL) > 0) {
            throw new IllegalArgumentException("one call takes more than nothing and at most " + LONGEST_CALL);
        }
        return new CheckProfile(check, agency, supplies, needs, timeout, callsAtOnce);
    }

    /** Sets how many calls the agency bears at once; 1 to 64. */
    public CheckProfile callsAtOnce(int calls) {
        if (calls < 1 || calls > 64) {
            throw new IllegalArgumentException("an agency bears 1 to 64 calls at once");
        }
        return new CheckProfile(check, agency, supplies, needs, callTimeout, calls);
    }

    /** Code of the check, which a pack asks for. */
    public String check() {
        return check;
    }

    /** Code of the agency. */
    public String agency() {
        return agency;
    }

    /** Facts that a finding may hold. */
    public Set<FactKey> supplies() {
        return supplies;
    }

    /** Fields that the check reads. */
    public Set<MemberField> needs() {
        return needs;
    }

    /** When one call is interrupted. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** How many calls the agency bears at once. */
    public int callsAtOnce() {
        return callsAtOnce;
    }

    @Override
    public String toString() {
        return "check " + check;
    }
}
