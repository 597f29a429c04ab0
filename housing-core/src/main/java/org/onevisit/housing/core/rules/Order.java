package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.util.Optional;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.process.Actor;

/**
 * What is to be done to an application.
 *
 * @param trigger which trigger it pulls
 * @param payload a {@link org.onevisit.housing.process.Command}, or what an agency or outlet brought
 * @param actor who wants it; empty for the core, a due date, an agency or the public
 * @param stamp plugin and version that is behind it
 */
public record Order(Trigger trigger, Object payload, Optional<Actor> actor, String stamp) {
    /** An order by an actor. */
    public static Order by(Actor actor, Trigger trigger, Object payload) {
        return new Order(trigger, payload, Optional.of(actor), "");
    }

    /** An order that the core gives itself. */
    public static Order ofCore(Trigger trigger, Object payload, String stamp) {
        return new Order(trigger, payload, Optional.empty(), stamp);
    }

    /** The payload, which is of that type. */
    public <T> T payload(Class<T> type) {
        return type.cast(payload);
    }

    /** The moment of what it brings about. */
    public Moment moment(Instant now) {
        return new Moment(now, actor.map(Actor::id).orElse(Moment.SYSTEM), stamp);
    }
}
