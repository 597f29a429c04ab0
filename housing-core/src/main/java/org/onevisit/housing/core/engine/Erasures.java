package org.onevisit.housing.core.engine;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onevisit.housing.core.event.ErasureEvents.Erased;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.journal.ErasureList;
import org.onevisit.housing.core.rules.Erasing;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Destroys dossiers, remembers which, and destroys again what a backup brought back. */
final class Erasures {
    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final String AGAIN = "恢复备份后按销毁清单重新销毁";
    private static final int PAGE = 1000;
    private final Core core;

    Erasures(Core core) {
        this.core = core;
    }

    /** The erasure of an application, or that it could be erased now. */
    org.onevisit.housing.view.Erasure of(StoredApplication stored) {
        ApplicationNumber number = stored.state().number();
        if (stored.erased()) {
            return made(number);
        }
        Dossier dossier = core.dossier(number);
        require(dossier);
        return new org.onevisit.housing.view.Erasure(number, Optional.empty(), "", "", dossier.sequence());
    }

    /** Erases an application for somebody who may. One that is erased already is only made sure to be remembered. */
    org.onevisit.housing.view.Erasure erase(ApplicationNumber number, String actor, String reasons) {
        core.erase(number, dossier -> {
            require(dossier);
            return erasure(dossier, new Recorded(new Erased(reasons), new Moment(core.now(), actor, "")));
        });
        remember(number);
        return made(number);
    }

    private void require(Dossier dossier) {
        State state = dossier.state();
        EventRow last =
                core.store().events(state.number(), dossier.sequence() - 1).get(0);
        Erasing.require(state, core.setting(state), Days.of(core.journal().writtenAt(last)));
    }

    private Erasure erasure(Dossier dossier, Recorded recorded) {
        StateRow row = core.store().load(dossier.state().number()).orElseThrow().state();
        StateRow left = new StateRow(
                row.number(),
                dossier.revision() + 1,
                Step.ERASED.name(),
                row.county(),
                row.subdistrict(),
                row.edition(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new byte[0]);
        return new Erasure(dossier.revision(), left, core.journal().erasure(dossier, recorded));
    }

    /** What was recorded of an erasure. */
    private org.onevisit.housing.view.Erasure made(ApplicationNumber number) {
        List<EventRow> journal = core.store().events(number, 0);
        EventRow last = journal.get(journal.size() - 1);
        Recorded recorded = core.journal().openErasure(last);
        String reasons = recorded.event() instanceof Erased erased ? erased.reasons() : "";
        return new org.onevisit.housing.view.Erasure(
                number, Optional.of(recorded.moment().at()), recorded.moment().actor(), reasons, last.sequence());
    }

    private void remember(ApplicationNumber number) {
        org.onevisit.housing.view.Erasure made = made(number);
        core.erasures()
                .add(new ErasureList.Entry(number, first(number), made.at().orElseThrow(), made.actor()));
    }

    private String first(ApplicationNumber number) {
        EventRow first = core.store().events(number, 0).get(0);
        return HexFormat.of().formatHex(first.hash());
    }

    /** Before anything is answered: erases what stands on the list and is there again. */
    void replay() {
        for (ErasureList.Entry entry : core.erasures().entries()) {
            boolean back = core.store()
                            .load(entry.number())
                            .filter(row -> !row.erased())
                            .isPresent()
                    && first(entry.number()).equals(entry.first());
            if (back) {
                core.erase(
                        entry.number(),
                        dossier -> erasure(
                                dossier, new Recorded(new Erased(AGAIN), new Moment(entry.at(), entry.actor(), ""))));
                log.info("application {} came back with a backup and is erased again", entry.number());
            }
        }
    }

    /** Puts on the list what was erased and is not on it: by another host, or right before this one was cut off. */
    void remember(Division county) {
        Set<ApplicationNumber> known = core.erasures().entries().stream()
                .map(ErasureList.Entry::number)
                .collect(Collectors.toSet());
        Optional<ApplicationNumber> after = Optional.empty();
        List<StateRow> rows;
        do {
            rows = core.store()
                    .list(new StoreQuery(
                            county,
                            Set.of(Step.ERASED.name()),
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(),
                            after,
                            PAGE));
            rows.stream().map(StateRow::number).filter(n -> !known.contains(n)).forEach(this::remember);
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).number());
        } while (rows.size() == PAGE);
    }
}
