package org.onevisit.housing.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;

/**
 * The clear part of an entry: what one commit did to one application, event by event. No personal data.
 *
 * @param events in their order, one at least
 * @param alg algorithm that seals the rest
 * @param kid name of the county's key
 * @param chain algorithm of the chain
 */
record Header(List<Line> events, String alg, String kid, String chain) {
    /**
     * The clear part of an event.
     *
     * @param type what happened
     * @param at when
     * @param step step after it
     * @param actor who did it
     * @param stamp plugin and version
     * @param facts names of facts
     * @param outcomes outcome codes
     */
    record Line(
            String type,
            Instant at,
            String step,
            String actor,
            String stamp,
            List<String> facts,
            List<String> outcomes) {
        static Line of(String type, Recorded recorded, State after) {
            Moment moment = recorded.moment();
            return new Line(
                    type,
                    moment.at(),
                    after.step().name(),
                    moment.actor(),
                    moment.stamp(),
                    recorded.event().facts(),
                    recorded.event().outcomes());
        }

        Moment moment() {
            return new Moment(at, actor, stamp);
        }
    }

    private Instant at() {
        return events.get(0).at();
    }

    /** When the last of it happened. */
    Instant writtenAt() {
        return events.get(events.size() - 1).at();
    }

    /** As it is stored. */
    HeaderText text() {
        List<HeaderText.Line> lines = new ArrayList<>();
        String step = "";
        for (Line event : events) {
            lines.add(new HeaderText.Line(
                    event.type(),
                    event.at().equals(at()) ? null : event.at(),
                    event.step().equals(step) ? null : event.step(),
                    event.actor().equals(Moment.SYSTEM) ? null : event.actor(),
                    event.stamp(),
                    event.facts(),
                    event.outcomes()));
            step = event.step();
        }
        return HeaderText.of(at(), lines, alg, kid, chain);
    }

    /** From what is stored, in any format. */
    static Header of(HeaderText text) {
        List<HeaderText.Line> stored = text.lines();
        List<Line> events = new ArrayList<>();
        String step = "";
        for (HeaderText.Line line : stored) {
            step = Objects.requireNonNullElse(line.step(), step);
            events.add(new Line(
                    line.type(),
                    Objects.requireNonNullElse(line.at(), text.at()),
                    step,
                    Objects.requireNonNullElse(line.actor(), Moment.SYSTEM),
                    Objects.requireNonNullElse(line.stamp(), ""),
                    Objects.requireNonNullElse(line.facts(), List.of()),
                    Objects.requireNonNullElse(line.outcomes(), List.of())));
        }
        return new Header(List.copyOf(events), text.alg(), text.kid(), text.chain());
    }
}
