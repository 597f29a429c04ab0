package org.onevisit.housing.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;

/**
 * An application, for one actor.
 *
 * @param number of the application
 * @param revision counts up with every change
 * @param step where it is
 * @param edition edition that judges it: pack and version
 * @param application the dossier; holds personal data
 * @param routedTo subdistrict of the household register
 * @param makeGood what is missing now
 * @param slots the wanted checks of the current round
 * @param verdict all criteria together, provisional while slots are open
 * @param opinions of the subdistrict's officers
 * @param votes of the current round
 * @param notice the notice, if there is one
 * @param objections to the notice
 * @param flags {@code LATE_FINDING, CONTRADICTION, DEEMED_ACCEPTED, EXTENDED, PAUSED, OPPOSED}
 * @param allowedActions what the actor may do now, and why another is refused
 */
public record ApplicationView(
        ApplicationNumber number,
        long revision,
        Step step,
        String edition,
        Application application,
        Division routedTo,
        MakeGoodList makeGood,
        List<SlotView> slots,
        Met verdict,
        List<Opinion> opinions,
        List<Ballot> votes,
        Optional<NoticeView> notice,
        List<Objection> objections,
        List<String> flags,
        List<AllowedAction> allowedActions) {
    /** Copies the lists. */
    public ApplicationView {
        slots = List.copyOf(slots);
        opinions = List.copyOf(opinions);
        votes = List.copyOf(votes);
        objections = List.copyOf(objections);
        flags = List.copyOf(flags);
        allowedActions = List.copyOf(allowedActions);
    }

    /** May the actor do this now? */
    public boolean allows(org.onevisit.housing.process.Action action) {
        return allowedActions.stream().anyMatch(a -> a.action() == action && a.allowed());
    }

    /** What an officer of the subdistrict said. */
    public record Opinion(String actor, boolean endorses, String reasons, Instant at) {}

    /** How a seat voted. */
    public record Ballot(String seat, Command.Vote.Choice choice, String reasons, Instant at) {}

    /** An objection; name and contact are empty for whoever may not see them. */
    public record Objection(
            String id, String name, String contact, String reasons, Instant at, Ruling ruling, String answer) {
        /** What became of it. */
        public enum Ruling {
            /** Being looked into. */
            OPEN,
            /** Dismissed. */
            DISMISSED,
            /** Upheld. */
            UPHELD
        }
    }
}
