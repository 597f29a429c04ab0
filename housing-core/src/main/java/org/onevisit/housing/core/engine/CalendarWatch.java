package org.onevisit.housing.core.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.rules.Amendment;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.view.AwardView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that another calendar is in force, also after a restart, and has the running limits of every application moved, page by
 * page. The store remembers by which calendar all of them were last looked at; until a round is complete it begins anew, and what it
 * has moved already stays as it is.
 */
final class CalendarWatch {
    private static final Logger log = LoggerFactory.getLogger(CalendarWatch.class);
    /** No follower can have this name: theirs are given by hosts. */
    private static final String MARK = "core/calendar";

    private static final int PAGE = 500;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Set<String> WITH_LIMITS = Stream.of(Step.values())
            .filter(step -> step.isOpen() || step == Step.REFUSED)
            .map(Step::name)
            .collect(Collectors.toSet());
    private static final Set<String> AWARDS_THAT_RUN = Stream.of(AwardView.State.values())
            .filter(state -> state != AwardView.State.ENDED)
            .map(Enum::name)
            .collect(Collectors.toSet());
    private final Core core;
    private String seen = "";
    private Instant notBefore = Instant.MIN;

    CalendarWatch(Core core) {
        this.core = core;
    }

    /** Moves what is to be moved; nothing to do, and nothing read, while the calendar is the same. */
    synchronized void due(Instant now) {
        String edition = core.calendar().edition();
        if (edition.equals(seen) || now.isBefore(notBefore)) {
            return;
        }
        if (!ready()) {
            return;
        }
        long mark = Hashing.sha256().hashString(edition, UTF_8).asLong();
        if (core.store().position(MARK) != mark) {
            if (!round(WITH_LIMITS, Set.of()) || !round(Set.of(), AWARDS_THAT_RUN)) {
                notBefore = now.plus(AFTER_A_FAILURE);
                return;
            }
            core.store().position(MARK, mark);
            log.info("calendar {} is in force", edition);
        }
        seen = edition;
    }

    /** Is it known whose applications these are? Not before the pack is installed. */
    private boolean ready() {
        try {
            core.county();
            return true;
        } catch (HousingException e) {
            log.debug("the calendar is looked at when the pack is there", e);
            return false;
        }
    }

    /** Every application of these steps or awards, so many at a time; tells whether all went well. */
    private boolean round(Set<String> steps, Set<String> awards) {
        boolean whole = true;
        Optional<ApplicationNumber> after = Optional.empty();
        List<StateRow> rows;
        do {
            rows = core.store()
                    .list(new StoreQuery(
                            core.county(), steps, Optional.empty(), Optional.empty(), awards, after, PAGE));
            whole &= move(rows.stream().map(StateRow::number).toList());
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).number());
        } while (rows.size() == PAGE);
        return whole;
    }

    private boolean move(List<ApplicationNumber> numbers) {
        List<CompletableFuture<Letter.Reply>> replies = new ArrayList<>();
        numbers.forEach(number -> replies.add(core.post(number, CalendarWatch::amended)));
        core.pump();
        boolean whole = true;
        for (int i = 0; i < replies.size(); i++) {
            Throwable failure = replies.get(i).handle((reply, e) -> e).join();
            if (failure != null) {
                whole = false;
                log.warn("application {}: its deadlines are still by the old calendar", numbers.get(i), failure);
            }
        }
        return whole;
    }

    /** What an amended calendar does to one application; no event when it moves nothing. */
    static Decision amended(Dossier dossier, Setting setting) {
        return Amendment.decide(dossier.state(), dossier.dates(), setting);
    }
}
