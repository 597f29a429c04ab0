package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.view.ApplicationView.Objection;

/**
 * The notice of an application and what was said against it.
 *
 * @param notice the notice, while there is one
 * @param objections every objection, oldest first
 */
public record Publicity(Optional<Notice> notice, List<Objection> objections) {
    /** No notice. */
    public static final Publicity NONE = new Publicity(Optional.empty(), List.of());

    /**
     * A notice.
     *
     * @param item id shown in public
     * @param lines masked
     * @param firstDay first day, once posted
     * @param lastDay last day, once posted
     * @param period length of the notice period, once posted
     * @param nextTry when posting is tried again; empty once posted
     */
    public record Notice(
            String item,
            List<PublicityPolicy.Line> lines,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            Optional<DayCount> period,
            Optional<Instant> nextTry) {
        /** Shown from one day to another. */
        public Notice shown(LocalDate first, LocalDate last, DayCount length) {
            return new Notice(
                    item, lines, Optional.of(first), Optional.of(last), Optional.of(length), Optional.empty());
        }

        /** Not shown yet; it is tried again. */
        public Notice postponed(Instant again) {
            return new Notice(item, lines, firstDay, lastDay, period, Optional.of(again));
        }
    }

    /** Is an objection being looked into? */
    public boolean objectionOpen() {
        return objections.stream().anyMatch(o -> o.ruling() == Objection.Ruling.OPEN);
    }

    /** The objection with this id. */
    public Optional<Objection> objection(String id) {
        return objections.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** With another notice. */
    public Publicity with(Notice changed) {
        return new Publicity(Optional.of(changed), objections);
    }

    /** With the notice that is shown ending on another day. */
    public Publicity until(LocalDate last) {
        return notice.filter(n -> n.firstDay().isPresent() && n.period().isPresent())
                .map(n -> with(
                        n.shown(n.firstDay().orElseThrow(), last, n.period().orElseThrow())))
                .orElse(this);
    }

    /** Without the notice. */
    public Publicity down() {
        return new Publicity(Optional.empty(), objections);
    }

    /** With one more objection. */
    public Publicity with(Objection objection) {
        return new Publicity(
                notice,
                ImmutableList.<Objection>builder()
                        .addAll(objections)
                        .add(objection)
                        .build());
    }

    /** With an objection decided. */
    public Publicity ruled(String id, Objection.Ruling ruling, String answer) {
        List<Objection> changed = objections.stream()
                .map(o -> o.id().equals(id)
                        ? new Objection(o.id(), o.name(), o.contact(), o.reasons(), o.at(), ruling, answer)
                        : o)
                .toList();
        return new Publicity(notice, changed);
    }
}
