package org.onevisit.housing.core.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.event.CourseEvents.DeadlinesMoved;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.core.journal.Journal.Happened;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Unit;

/** What one commit will write for one application: the letters decided one after another on the state in memory. */
final class Draft {
    private final @Nullable Dossier stored;
    private final boolean fresh;
    private @Nullable Dossier current;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();
    private final List<KeyRow> keys = new ArrayList<>();
    private final List<Unit.Attachment> attachments = new ArrayList<>();

    /** Nothing yet, on a dossier that was read just now or may be older than what is stored. */
    Draft(Optional<Dossier> stored, boolean fresh) {
        this.stored = stored.orElse(null);
        this.fresh = fresh;
        this.current = this.stored;
    }

    /**
     * A letter that is to be refused, once it is sure that it was decided on what is stored.
     *
     * @param letter which
     * @param why the reason
     */
    private record Refusal(Letter letter, RuntimeException why) {}

    /** Decides a letter; a refusal leaves the draft as it was, and is no refusal if the letter repeats one that was answered before. */
    void add(Letter letter, Journal journal, Predicate<Letter> repeats) {
        Decision decision;
        try {
            decision = letter.decide().apply(Optional.ofNullable(current));
        } catch (RuntimeException e) {
            if (!repeats.test(letter)) {
                refusals.add(new Refusal(letter, e));
            }
            return;
        }
        Dossier next = current == null ? journal.beginning(decision.state()) : current;
        boolean begins = current == null;
        for (Recorded one : decision.events()) {
            next = next.in(begins ? Fold.begin(one) : Fold.apply(next.state(), one));
            begins = false;
            happened.add(new Happened(one, next.state()));
        }
        current = next;
        attachments.addAll(letter.attach().apply(next));
        letter.key()
                .ifPresent(key -> keys.add(new KeyRow(key.name(), key.bodyDigest(), key.number(), revisionAfter())));
        letters.add(letter);
        counts.add(decision.events().size());
    }

    /** Adds what happens with the state to which the letters have led, if they have changed anything. */
    void add(Function<State, List<Recorded>> alongside) {
        Dossier last = current;
        if (last == null || happened.isEmpty()) {
            return;
        }
        for (Recorded one : alongside.apply(last.state())) {
            last = last.in(Fold.apply(last.state(), one));
            happened.add(new Happened(one, last.state()));
        }
        current = last;
    }

    private long revisionBefore() {
        return stored == null ? 0 : stored.revision();
    }

    private long revisionAfter() {
        return revisionBefore() + 1;
    }

    /** Is there anything to write? */
    boolean changes() {
        return !happened.isEmpty() || !attachments.isEmpty() || !keys.isEmpty();
    }

    /** Was it decided on what was stored just now? */
    boolean isFresh() {
        return fresh;
    }

    /** The revision that it was decided on; 0 for an application that is new. */
    long base() {
        return revisionBefore();
    }

    /** So many letters wait for their answers. */
    int size() {
        return letters.size() + refusals.size();
    }

    Optional<Dossier> before() {
        return Optional.ofNullable(stored);
    }

    /** The dossier as it will stand after the commit. */
    Dossier after() {
        Dossier last = java.util.Objects.requireNonNull(current, "nothing was decided");
        return changes() ? last.at(revisionAfter()) : last;
    }

    List<Letter> letters() {
        return letters;
    }

    List<Recorded> recorded() {
        return happened.stream().map(Happened::recorded).toList();
    }

    /** What is to be written: one entry of the journal with all that happened, where anything did. */
    Unit unit(Rows rowsOf, Journal journal) {
        Dossier last = java.util.Objects.requireNonNull(current, "nothing was decided");
        List<EventRow> rows = List.of();
        if (!happened.isEmpty()) {
            Journal.Appended appended = journal.append(last, happened);
            rows = List.of(appended.row());
            last = appended.after();
        }
        boolean moved = recorded().stream().anyMatch(r -> r.event() instanceof DeadlinesMoved);
        current = journal.written(last.with(rowsOf.dates(last, moved)));
        return rowsOf.unit(before(), after(), revisionBefore(), rows, keys, attachments);
    }

    /** Answers every letter, refused ones too: what was decided holds. */
    void answer() {
        refusals.forEach(refusal -> refusal.letter().done().completeExceptionally(refusal.why()));
        for (int i = 0; i < letters.size(); i++) {
            letters.get(i).done().complete(new Letter.Reply(after(), false, counts.get(i)));
        }
    }
}
