package org.onevisit.housing.core.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.EditionChange;
import org.onevisit.housing.core.rules.EditionChange.Clause;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that another edition is in force, also after a restart, and treats each open application that an earlier one judges as the
 * clause says, one portion each time. What it has treated says so itself, so a round that is broken off begins anew and does nothing
 * twice. The store remembers the edition and the day of the last whole round: each day those are treated that have come since.
 */
final class EditionWatch {
    private static final Logger log = LoggerFactory.getLogger(EditionWatch.class);
    /** No follower can have this name: theirs are given by hosts. */
    private static final String MARK = "core/edition";

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);
    private static final Set<String> OPEN =
            Stream.of(Step.values()).filter(Step::isOpen).map(Step::name).collect(Collectors.toSet());
    private final Core core;
    private final int portion;
    private long done;
    private Instant notBefore = Instant.MIN;
    private long running;
    private boolean whole = true;
    private Optional<ApplicationNumber> after = Optional.empty();

    EditionWatch(Core core, int portion) {
        this.core = core;
        this.portion = portion;
    }

    /** Treats one portion; nothing is read of applications while the edition and the day are the same. */
    synchronized void due(Instant now) {
        Optional<EditionId> edition = now.isBefore(notBefore) ? Optional.empty() : inForce(Days.of(now));
        if (edition.isEmpty()) {
            return;
        }
        long mark = Hashing.sha256()
                .hashString(edition.get().sha256() + Days.of(now), UTF_8)
                .asLong();
        if (mark == done || core.store().position(MARK) == mark) {
            done = mark;
            return;
        }
        if (running != mark) {
            running = mark;
            whole = true;
            after = Optional.empty();
        }
        if (treatPortion(edition.get())) {
            ended(mark, now);
        }
    }

    private void ended(long mark, Instant now) {
        running = 0;
        if (whole) {
            core.store().position(MARK, mark);
            done = mark;
        } else {
            notBefore = now.plus(AFTER_A_FAILURE);
        }
    }

    private Optional<EditionId> inForce(LocalDate day) {
        try {
            return core.editions().find(core.county(), core.pack(), day);
        } catch (HousingException e) {
            log.debug("editions are looked at when the pack is there", e);
            return Optional.empty();
        }
    }

    /** The next applications, by their numbers; tells whether they were the last. */
    private boolean treatPortion(EditionId edition) {
        List<StateRow> rows = core.store()
                .list(new StoreQuery(
                        core.county(), OPEN, Optional.empty(), Optional.empty(), Set.of(), after, portion));
        Succession succession = Succession.of(core, core.editions().ask(edition, Function.identity()));
        treat(
                edition,
                succession,
                rows.stream()
                        .filter(row -> !row.edition().equals(edition.sha256()))
                        .filter(row -> !succession.pins(row.edition()))
                        .map(StateRow::number)
                        .toList());
        if (rows.size() < portion) {
            return true;
        }
        after = Optional.of(rows.get(rows.size() - 1).number());
        return false;
    }

    private void treat(EditionId edition, Succession succession, List<ApplicationNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        List<CompletableFuture<Letter.Reply>> replies = new ArrayList<>();
        numbers.forEach(number ->
                replies.add(core.post(number, (dossier, setting) -> decide(dossier, setting, succession, edition))));
        core.pump();
        for (int i = 0; i < replies.size(); i++) {
            Throwable failure = replies.get(i).handle((reply, e) -> e).join();
            if (failure != null) {
                whole = false;
                log.warn(
                        "application {}: whether edition {} judges it could not be told; it keeps its own, and it is tried again",
                        numbers.get(i),
                        edition,
                        failure);
            }
        }
    }

    private Decision decide(Dossier dossier, Setting own, Succession succession, EditionId edition) {
        State state = dossier.state();
        Clause clause = succession.clause(state);
        return clause == Clause.PIN
                ? Approvals.unchanged(state)
                : EditionChange.decide(state, edition, clause, own, core.setting(state, edition));
    }
}
