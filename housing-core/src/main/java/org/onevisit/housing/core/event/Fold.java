package org.onevisit.housing.core.event;

import java.util.Comparator;
import java.util.Optional;
import org.onevisit.housing.core.flow.FlowTable;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Timeline;
import org.onevisit.housing.process.Step;

/** State is the fold of events: {@code apply(state, event)}. Pure and total. */
public final class Fold {
    /** Nobody holds an application that has come to an end. */
    public static final String NOBODY = "";

    private Fold() {}

    /** The state that the first event begins. */
    public static State begin(Recorded first) {
        if (!(first.event() instanceof IntakeEvents.Submitted submitted)) {
            throw new IllegalStateException("a journal begins with SUBMITTED, not " + EventTypes.nameOf(first.event()));
        }
        State state = written(submitted.begin(), first);
        return state.with(state.timeline().heldBy(state.timeline().receivedAt(), holder(state)));
    }

    /** The state after one more event. */
    public static State apply(State state, Recorded next) {
        Moment moment = next.moment();
        Step to = next.event()
                .trigger()
                .map(trigger -> target(state.step(), trigger))
                .orElse(state.step());
        State changed = written(next.event().change(state, moment), next).at(to);
        Timeline timeline = changed.timeline();
        if (!to.stage().equals(state.step().stage())) {
            boolean accepted =
                    next.event().trigger().filter(Fold::setsItsOwnDay).isPresent();
            timeline = timeline.entered(moment.at(), to.stage(), accepted ? timeline.stageFrom() : moment.day());
        }
        if (to.stage().isEmpty() && timeline.pause().isPresent()) {
            timeline = timeline.resumed(moment.at());
        }
        State moved = changed.with(timeline);
        return moved.with(timeline.heldBy(moment.at(), holder(moved)));
    }

    /** With the paper that the event brings into being. */
    private static State written(State state, Recorded next) {
        return next.event()
                .paper()
                .map(kind -> state.with(state.outbox().with(kind, next.moment().at())))
                .orElse(state);
    }

    private static boolean setsItsOwnDay(Trigger trigger) {
        return trigger == Trigger.ACCEPT || trigger == Trigger.DEEMED_ACCEPTED || trigger == Trigger.RECONSIDER;
    }

    private static Step target(Step from, Trigger trigger) {
        return FlowTable.row(from, trigger)
                .orElseThrow(() -> new IllegalStateException(trigger + " does not lead anywhere from " + from))
                .to();
    }

    /** Who holds an application: the party that owns its days. */
    public static String holder(State state) {
        if (state.step().isOpen() && state.timeline().pause().isPresent()) {
            return "applicant";
        }
        return switch (state.step()) {
            case RECEIVED -> "window";
            case MAKING_GOOD -> "applicant";
            case CHECKING -> firstOut(state);
            case REVIEWING -> "subdistrict";
            case VOTING -> "panel";
            case POSTING, NOTICE_OPEN -> "publicity";
            case OBJECTED -> "objection";
            default -> NOBODY;
        };
    }

    private static String firstOut(State state) {
        Optional<Slot> first = state.verification().slots().values().stream()
                .filter(Slot::outstanding)
                .min(Comparator.comparing(
                                (Slot s) -> s.openedOn().plusDays(s.limit().days()))
                        .thenComparing(Slot::agency));
        return first.map(slot -> switch (slot.cause()) {
                    case NOT_AUTHORISED, REVOKED -> "applicant";
                    case NOT_INSTALLED -> "operator";
                    default -> "agency:" + slot.agency();
                })
                .orElse("window");
    }
}
