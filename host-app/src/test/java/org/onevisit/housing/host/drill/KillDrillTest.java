package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.swap.SwapJournal.Entry;
import org.onevisit.housing.host.swap.SwapJournal.Event;
import org.onevisit.housing.process.Stage;

/**
 * A host under load, in which an agency's plugin is changed over and over, is killed at a random moment: what it acknowledged is there,
 * what it was at goes on, and one version serves.
 */
@Timeout(3600)
class KillDrillTest {
    private static final boolean LONG = Boolean.getBoolean("housing.drill");
    private static final int KILLS = LONG ? 300 : 7;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    @DisplayName("every acknowledged command is there, none twice, interrupted inquiries go on")
    void nothingAcknowledgedIsLost() throws Exception {
        Random random = new Random(SEED);
        List<Kill> kills = new ArrayList<>();
        while (kills.size() < KILLS) {
            kills.add(Kill.strike(folder, kills.size(), SEED, random));
        }
        try (HousingHost host = DrillSite.start(folder, 0)) {
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            Awaitility.await().atMost(PATIENCE).until(() -> approvals
                    .list(Optional.of(Stage.VERIFICATION), Optional.empty(), false, "", 1)
                    .items()
                    .isEmpty());
            List<Entry> entries = host.control().changes().journal().entries();
            judge(kills, new Aftermath(host), entries);
            judgeServing(kills, Serving.of(host));
            judgeChanges(entries);
        }
    }

    private static void judge(List<Kill> kills, Aftermath aftermath, List<Entry> changes) {
        List<String> wrong = new ArrayList<>();
        int failed = 0;
        int withInquiriesOut = 0;
        int inCommit = 0;
        long interrupted = 0;
        for (Kill kill : kills) {
            List<String> found = aftermath.wrong(kill);
            wrong.addAll(found);
            failed += found.isEmpty() ? 0 : 1;
            withInquiriesOut += aftermath.interrupted(kill) > 0 ? 1 : 0;
            inCommit += aftermath.unacknowledged(kill) > 0 ? 1 : 0;
            interrupted += aftermath.interrupted(kill);
        }
        System.out.printf(
                "kill drill: %d passed, %d failed, seed %d; %d acknowledged, %d with inquiries out (%d went on), %d "
                        + "between commit and acknowledgement; %d changes, %d struck, %d INTERRUPTED%n",
                KILLS - failed,
                failed,
                SEED,
                kills.stream().mapToInt(kill -> kill.acknowledged().size()).sum(),
                withInquiriesOut,
                interrupted,
                inCommit,
                count(changes, Event.BEGAN),
                kills.stream().filter(Kill::inChange).count(),
                count(changes, Event.INTERRUPTED));
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(withInquiriesOut)
                .as("kills with inquiries out, seed %d", SEED)
                .isGreaterThanOrEqualTo(KILLS / 5);
        assertThat(kills)
                .as("hosts that worked, seed %d", SEED)
                .filteredOn(kill -> kill.acknowledged().size() > 0)
                .hasSizeGreaterThan(KILLS / 2);
    }

    private static long count(List<Entry> changes, Event event) {
        return changes.stream().filter(entry -> entry.event() == event).count();
    }

    /** Every host that came up, and the one that was left alive, found one version serving, and it is the one that the journal names. */
    private static void judgeServing(List<Kill> kills, Serving last) {
        assertThat(Stream.concat(kills.stream().flatMap(kill -> kill.serving().stream()), Stream.of(last)))
                .as("versions, seed %d", SEED)
                .allMatch(Serving::asJournalled)
                .noneMatch(serving -> serving.event().equals(Event.BEGAN.name()));
    }

    /** Every change that began has ended, once; in the long form some of them in the middle. */
    private static void judgeChanges(List<Entry> entries) {
        Map<String, List<Event>> ends = new LinkedHashMap<>();
        entries.forEach(entry ->
                ends.computeIfAbsent(entry.plan(), any -> new ArrayList<>()).add(entry.event()));
        assertThat(ends).as("changes, seed %d", SEED).allSatisfy((plan, events) -> {
            assertThat(events).hasSize(2);
            assertThat(events.get(0)).isEqualTo(Event.BEGAN);
            assertThat(events.get(1)).isIn(Event.DONE, Event.INTERRUPTED);
        });
        assertThat(ends).as("changes, seed %d", SEED).isNotEmpty();
        if (LONG) {
            assertThat(count(entries, Event.INTERRUPTED))
                    .as("changes that were struck in the middle, seed %d", SEED)
                    .isPositive();
        }
    }
}
