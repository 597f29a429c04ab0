package org.onevisit.housing.core.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.store.StateRow;

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
        return who.stream().anyMatch(w -> permits(w, actor.get(), Place.of(state)));
    }

    /** Where an application stands: known of one that is erased, too. */
    private record Place(ApplicationNumber number, Division county, Division routedTo) {
        static Place of(State state) {
            return new Place(state.number(), state.application().division(), state.routedTo());
        }

        static Place of(StateRow row) {
            return new Place(row.number(), row.county(), row.subdistrict());
        }
    }

    private static boolean permits(Who who, Actor actor, Place place) {
        Division county = place.county();
        return switch (who) {
            case CLERK ->
                actor.role() == Role.WINDOW_CLERK
                        && county.contains(actor.division().county());
            case APPLICANT ->
                actor.role() == Role.APPLICANT
                        && actor.own().filter(place.number()::equals).isPresent();
            case REVIEWER ->
                actor.role() == Role.SUBDISTRICT_REVIEWER && actor.division().contains(place.routedTo());
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
        return mayRead(actor, Place.of(state));
    }

    private static boolean mayRead(Actor actor, Place place) {
        return switch (actor.role()) {
            case WINDOW_CLERK, SUBDISTRICT_REVIEWER, PANEL_MEMBER, PANEL_CHAIR, SUPERVISOR, APPLICANT ->
                Stream.of(Who.CLERK, Who.REVIEWER, Who.PANEL, Who.SUPERVISOR, Who.APPLICANT)
                        .anyMatch(who -> permits(who, actor, place));
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
     * Refuses whoever may not read what stays of one that is erased.
     *
     * @throws HousingException FORBIDDEN
     */
    public static void requireRead(Actor actor, StateRow erased) {
        if (!mayRead(actor, Place.of(erased))) {
            throw forbidden(actor, "查看申请 " + erased.number());
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
        return refusal(actor, what).exception();
    }

    static Refusal refusal(Actor actor, String what) {
        return new Refusal(
                ErrorCode.FORBIDDEN, "角色 " + actor.role() + "（范围 " + actor.division() + "）无权" + what + "；请由有权限的人员办理");
    }
}
