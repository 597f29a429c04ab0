package org.onevisit.housing.core.rules;

import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Who may do what: role and scope of the actor, whoever calls. Deny by default. */
public final class Authority {
    private Authority() {}

    /** May one of {@code who} be this actor, for this application? */
    public static boolean permits(Set<Who> who, Optional<Actor> actor, State state) {
        if (actor.isEmpty()) {
            return who.contains(Who.CORE)
                    || who.contains(Who.TIME)
                    || who.contains(Who.AGENCY)
                    || who.contains(Who.ANYONE);
        }
        return who.stream().anyMatch(w -> permits(w, actor.get(), state));
    }

    private static boolean permits(Who who, Actor actor, State state) {
        Division county = state.application().division();
        return switch (who) {
            case CLERK ->
                actor.role() == Role.WINDOW_CLERK
                        && county.contains(actor.division().county());
            case APPLICANT ->
                actor.role() == Role.APPLICANT
                        && actor.own().filter(state.number()::equals).isPresent();
            case REVIEWER ->
                actor.role() == Role.SUBDISTRICT_REVIEWER && actor.division().contains(state.routedTo());
            case PANEL ->
                (actor.role() == Role.PANEL_MEMBER || actor.role() == Role.PANEL_CHAIR)
                        && actor.division().contains(county);
            case CHAIR -> actor.role() == Role.PANEL_CHAIR && actor.division().contains(county);
            case SUPERVISOR ->
                actor.role() == Role.SUPERVISOR && actor.division().contains(county);
            case AGENCY, ANYONE, CORE, TIME -> false;
        };
    }

    /** May this actor read the dossier? */
    public static boolean mayRead(Actor actor, State state) {
        return switch (actor.role()) {
            case WINDOW_CLERK, SUBDISTRICT_REVIEWER, PANEL_MEMBER, PANEL_CHAIR, SUPERVISOR, APPLICANT ->
                permits(
                        Set.of(Who.CLERK, Who.REVIEWER, Who.PANEL, Who.SUPERVISOR, Who.APPLICANT),
                        Optional.of(actor),
                        state);
            case AGENCY_OFFICER, OPERATOR, PUBLICITY_EDITOR, CHANNEL -> false;
        };
    }

    /**
     * Refuses whoever may not read.
     *
     * @throws HousingException FORBIDDEN
     */
    public static void requireRead(Actor actor, State state) {
        if (!mayRead(actor, state)) {
            throw forbidden(actor, "查看申请 " + state.number());
        }
    }

    /**
     * Refuses every role but these.
     *
     * @throws HousingException FORBIDDEN
     */
    public static void requireRole(Actor actor, String what, Role... roles) {
        if (!Set.of(roles).contains(actor.role())) {
            throw forbidden(actor, what);
        }
    }

    /** The refusal for an actor. */
    public static HousingException forbidden(Actor actor, String what) {
        return new HousingException(
                ErrorCode.FORBIDDEN, "角色 " + actor.role() + "（范围 " + actor.division() + "）无权" + what + "；请由有权限的人员办理");
    }
}
