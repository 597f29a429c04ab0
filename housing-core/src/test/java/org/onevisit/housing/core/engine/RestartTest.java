package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.view.Receipt;

class RestartTest {
    private final County county = County.with(3, LocalDate.of(2025, 1, 2));

    @Test
    void whatIsOnDiskIsWhatWasKnown() {
        Map<ApplicationNumber, State> known = new HashMap<>();
        ApplicationNumber number = county.accepted();
        county.reviewer().endorse(number, "属实");
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
        county.clerk().perform(number, new Command.Pause("HEARING", "听证"));
        known.put(number, county.engine.core().dossier(number).state());
        County again = county.restarted(MoreExecutors.newDirectExecutorService());
        known.forEach(
                (n, state) -> assertThat(again.engine.core().dossier(n).state()).isEqualTo(state));
    }

    @Test
    void theStateIsTheFoldOfTheJournal() {
        ApplicationNumber number = county.accepted();
        county.reviewer().endorse(number, "属实");
        Dossier dossier = county.engine.core().dossier(number);
        State folded = null;
        for (EventRow row : county.store.events(number, 0)) {
            for (Recorded recorded : county.engine.core().journal().open(row, dossier.key())) {
                folded = folded == null ? Fold.begin(recorded) : Fold.apply(folded, recorded);
            }
        }
        assertThat(folded).isEqualTo(dossier.state());
    }

    @Test
    void aReceiptIsFoundAfterARestart() {
        Receipt receipt = county.submitted();
        County again = county.restarted(MoreExecutors.newDirectExecutorService());
        assertThat(again.engine.publicDesk().progress(receipt.code(), "0014").step())
                .isEqualTo(receipt.step());
    }
}
