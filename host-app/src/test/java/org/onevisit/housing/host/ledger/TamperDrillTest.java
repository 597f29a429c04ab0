package org.onevisit.housing.host.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.demo.DemoLedger;
import org.onevisit.housing.host.ledger.Tampering.Found;
import org.onevisit.housing.verifier.Keys;
import org.onevisit.housing.verifier.SqliteRows;
import org.onevisit.housing.verifier.Verification;
import org.onevisit.housing.verifier.Verification.Outcome;

/** The verifier on a ledger that real hosts have written, and on as many spoilt ones as are wanted. */
@Timeout(3600)
class TamperDrillTest {
    private static final int CASES = Boolean.getBoolean("housing.drill") ? 10_000 : 128; // of each kind four
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    private static final int WORKERS = 2;
    private static final int HOUSEHOLDS = 230;

    @TempDir
    static Path folder;

    private static Keys keys = new Keys();
    private static String newest = "";

    @BeforeAll
    static void realLedger() throws Exception {
        DemoLedger.in(folder, HOUSEHOLDS, 2);
        keys = new Keys().with(folder.resolve("checkpoint.pub"));
        Outcome untouched = verified(Optional.empty());
        newest = untouched.newest().orElseThrow().head();
    }

    @Test
    @DisplayName("an untouched ledger of two hosts and two chains is whole, and all of it is covered")
    void untouchedIsWhole() throws Exception {
        Outcome outcome = verified(Optional.of(newest));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.isWhole()).isTrue();
        assertThat(outcome.applications()).isGreaterThanOrEqualTo(200);
        assertThat(outcome.checkpoints()).isGreaterThan(20);
        assertThat(outcome.covered()).isEqualTo(outcome.entries()).isGreaterThan(1500);
        assertThat(outcome.uncovered()).isZero();
        try (Connection store = open(folder.resolve("store/housing.db"))) {
            Attacker reader = new Attacker(store, new Random(SEED));
            for (String chain : List.of("SHA-256", "SM3")) {
                assertThat(reader.number("SELECT count(*) FROM event WHERE json_extract(header, '$.chain') = ?", chain))
                        .as(chain)
                        .isGreaterThan(300);
            }
        }
    }

    @Test
    @DisplayName("what no checkpoint covers yet is listed by application, and is no damage")
    void uncoveredIsListed() throws Exception {
        try (Connection store = copy("uncovered")) {
            Attacker nobody = new Attacker(store, new Random(SEED));
            long last = nobody.number("SELECT max(sequence) FROM checkpoint");
            long rows = nobody.number(
                    "SELECT count(*) FROM event WHERE position > (SELECT json_extract(header, '$.after') FROM checkpoint"
                            + " WHERE sequence = ?)",
                    last - 1);
            nobody.change("DELETE FROM checkpoint WHERE sequence >= ?", last - 1);
            Outcome outcome = Verification.of(SqliteRows.seenBy(store), keys, Optional.empty(), looked -> {});
            assertThat(outcome.isWhole()).isTrue();
            assertThat(outcome.uncovered()).isEqualTo(rows).isPositive();
            assertThat(outcome.uncoveredBy().values().stream()
                            .mapToLong(count -> count)
                            .sum())
                    .isEqualTo(rows);
            assertThat(outcome.covered()).isEqualTo(outcome.entries() - rows);
        }
    }

    @Test
    @DisplayName("every tampering is found and named at its application or checkpoint; nothing untouched is")
    void everyTamperingIsFound() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<List<String>>> parts = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            int first = worker;
            parts.add(workers.submit(() -> cases(first)));
        }
        List<String> missed = new ArrayList<>();
        for (Future<List<String>> part : parts) {
            missed.addAll(part.get());
        }
        workers.shutdown();
        System.out.printf(
                "tamper drill: %d passed, %d failed, seed %d; %d kinds of tampering%n",
                CASES - missed.size(), missed.size(), SEED, Tampering.values().length);
        assertThat(missed).as("seed %d", SEED).isEmpty();
    }

    private static List<String> cases(int first) throws Exception {
        List<String> missed = new ArrayList<>();
        try (Connection store = copy("worker-" + first)) {
            store.setAutoCommit(false);
            for (int i = first; i < CASES; i += WORKERS) {
                Tampering kind = Tampering.values()[i % Tampering.values().length];
                Attacker attacker = new Attacker(store, new Random(SEED + i));
                Found wanted = kind.by(attacker);
                Outcome outcome = Verification.of(SqliteRows.seenBy(store), keys, Optional.of(newest), looked -> {});
                if (outcome.isWhole() || !wanted.by(outcome.findings())) {
                    missed.add("case " + i + " " + kind + ": wanted at " + wanted + ", found "
                            + outcome.findings().stream().limit(5).toList());
                }
                store.rollback();
            }
            Outcome after = Verification.of(SqliteRows.seenBy(store), keys, Optional.of(newest), looked -> {});
            if (!after.isWhole()) {
                missed.add("the untouched copy: " + after.findings());
            }
        }
        return missed;
    }

    private static Outcome verified(Optional<String> head) {
        try (SqliteRows rows = SqliteRows.open(folder.resolve("store/housing.db"))) {
            return Verification.of(rows, keys, head, looked -> {});
        }
    }

    private static Connection copy(String name) throws Exception {
        return open(Files.copy(folder.resolve("store/housing.db"), folder.resolve(name + ".db")));
    }

    private static Connection open(Path file) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
