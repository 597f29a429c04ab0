package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.view.AwardView;

/**
 * How long signatures hold. They end when the household is found ineligible for good: refused without a way to have that reconsidered,
 * or an award that has ended; and with an application that was discontinued or never accepted.
 */
public final class Authorisations {
    private Authorisations() {}

    /** Do the signatures of an application hold at the moment of the setting? */
    public static boolean hold(State state, ProcessRules rules, Setting setting) {
        return switch (state.step()) {
            case REFUSED ->
                !state.flags().contains(Flag.RECONSIDERED)
                        && new Clocks(state, rules, setting.calendar(), setting.now())
                                .reconsideration()
                                .filter(end -> !setting.today().isAfter(end.day()))
                                .isPresent();
            case APPROVED ->
                state.award().filter(a -> a.state() != AwardView.State.ENDED).isPresent();
            case NOT_ACCEPTED, LAPSED, DISCONTINUED -> false;
            default -> true;
        };
    }

    /** Is a member's signature in force there, and has the person not revoked one for the same purpose since, in any of these applications? */
    static boolean holds(State state, Member member, LocalDate day, List<State> known) {
        return SignatureInForce.of(state.application(), member, day)
                .filter(signed -> known.stream().noneMatch(other -> revoked(other, member, signed)))
                .isPresent();
    }

    private static boolean revoked(State state, Member person, Authorisation signed) {
        return state.application().household().members().stream()
                .filter(member -> member.identity().equals(person.identity()))
                .map(member -> state.verification().revoked().get(member.id()))
                .anyMatch(day -> day != null && !day.isBefore(signed.signedOn()));
    }
}
