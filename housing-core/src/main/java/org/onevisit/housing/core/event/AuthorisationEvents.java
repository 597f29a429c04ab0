package org.onevisit.housing.core.event;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;

/** What happens to the signatures that let agencies be asked. */
public final class AuthorisationEvents {
    private AuthorisationEvents() {}

    /** Missing signatures came: their slots open. */
    public record Authorised(List<Authorisation> authorisations, boolean complete) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.AUTHORISED);
        }

        @Override
        public State change(State state, Moment moment) {
            State signed = state.with(supplemented(state.application(), authorisations));
            return complete ? signed.with(signed.verification().authorised(moment.at())) : signed;
        }
    }

    /** A member's signature was revoked: nothing more is sent about them, and what was out is closed. */
    public record AuthorisationRevoked(String member, String purpose, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.REVOKE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(member, purpose);
        }

        @Override
        public State change(State state, Moment moment) {
            Application application = state.application();
            return state.with(application.toBuilder()
                            .authorisations(application.authorisations().stream()
                                    .filter(a -> !(a.member().equals(member)
                                            && a.purpose().equals(purpose)))
                                    .toList())
                            .build())
                    .with(state.verification().revoked(member, moment.day()));
        }
    }

    /** Signatures of these members ended with a change of the household: until they sign again nobody is asked. */
    public record AuthorisationsEnded(List<String> members) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return members;
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.verification().closed(Slot.Cause.NOT_AUTHORISED));
        }
    }

    /** A dossier with more signatures; one of the same member for the same purpose replaces the old one. */
    public static Application supplemented(Application old, List<Authorisation> authorisations) {
        return IntakeEvents.supplemented(old, List.of(), authorisations);
    }
}
