package org.onevisit.housing.benchmark.scale;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.crypto.SecretKey;
import org.onevisit.housing.core.journal.KeyFile;
import org.onevisit.housing.core.journal.Vault;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/**
 * Fills a store with copies of one application, each under a number of its own and sealed anew, so that each can be opened. Their
 * journals are left out: neither a look-up nor a list reads them.
 */
final class Filler {
    private static final int AT_ONCE = 500;
    private final ApplicationStore store;
    private final Vault vault;
    private final StateRow model;
    private final SecretKey key;
    private final byte[] plain;

    Filler(Path folder, ApplicationStore store, ApplicationNumber number) {
        this.store = store;
        vault = new Vault(KeyFile.openOrCreate(folder.resolve("master.key")));
        StoredApplication stored = store.load(number).orElseThrow();
        model = stored.state();
        key = vault.unwrap(stored.wrappedKey(), number.value());
        plain = vault.open(key, model.sealed(), number + "/-1");
    }

    /** Number of the i-th copy; the copies before and after it have other days, as in a store that has grown. */
    ApplicationNumber number(int i) {
        String text = "330482-%08d-%06d".formatted(20200101 + i / 1000 % 28 + i / 28_000 * 100, i % 1000);
        if (text.length() != model.number().value().length()) {
            throw new IllegalStateException("a copy's number has another length: " + text);
        }
        return ApplicationNumber.of(text);
    }

    /** Adds copies until there are so many; {@code overdue} of all that there will be are over their limit. */
    void fill(int from, int to, int overdue, Instant now, IntConsumer progress) {
        List<Unit> units = new ArrayList<>(AT_ONCE);
        for (int i = from; i < to; i++) {
            units.add(unit(i, i < overdue ? now.minus(Duration.ofDays(3)) : now.plus(Duration.ofDays(5 + i % 30))));
            if (units.size() == AT_ONCE || i == to - 1) {
                for (Outcome outcome : store.commit(units)) {
                    if (!(outcome instanceof Outcome.Committed)) {
                        throw new IllegalStateException("a copy fell out: " + outcome);
                    }
                }
                units.clear();
                progress.accept(i + 1);
            }
        }
    }

    private Unit unit(int i, Instant deadline) {
        ApplicationNumber number = number(i);
        StateRow row = new StateRow(
                number,
                1,
                model.step(),
                model.county(),
                model.subdistrict(),
                model.edition(),
                model.award(),
                model.waitingFor(),
                Optional.empty(),
                Optional.of(deadline),
                vault.seal(key, renamed(number), number + "/-1"));
        List<String> index = List.of(vault.token("person", "copy " + i), vault.token("receipt", "copy " + i));
        return new Unit(
                0,
                row,
                Optional.of(vault.wrap(key, number.value())),
                List.of(),
                List.of(),
                List.of(),
                index,
                List.of(),
                List.of());
    }

    /** The content with the copy's number wherever the model's stood; both have the same length. */
    private byte[] renamed(ApplicationNumber number) {
        byte[] copy = plain.clone();
        byte[] old = model.number().value().getBytes(StandardCharsets.US_ASCII);
        byte[] anew = number.value().getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + old.length <= copy.length; at++) {
            if (java.util.Arrays.equals(copy, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(anew, 0, copy, at, anew.length);
            }
        }
        return copy;
    }
}
