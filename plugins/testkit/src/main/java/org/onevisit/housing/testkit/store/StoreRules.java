package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;

/** What the rules for stores share: a store in a folder of its own, and short words for what they do. */
abstract class StoreRules {
    static final String COUNTY = "330482";
    static final Outcome STALE = new Outcome.Stale();

    @TempDir
    Path folder;

    private ApplicationStore store;

    /**
     * Opens the store that lives in a folder, empty at first; after {@code close()} the same folder is opened again and must hold
     * what was committed.
     */
    protected abstract ApplicationStore open(Path folder) throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = open(folder);
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    final ApplicationStore store() {
        return store;
    }

    final void reopen() throws Exception {
        store.close();
        store = open(folder);
    }

    final List<Outcome> commit(UnitDraft... drafts) {
        return store.commit(Arrays.stream(drafts).map(UnitDraft::build).toList());
    }

    final void commitAll(UnitDraft... drafts) {
        assertThat(commit(drafts)).as("outcomes").allMatch(Outcome.Committed.class::isInstance);
    }

    final long revision(String number) {
        return store.load(number(number))
                .map(StoredApplication::state)
                .map(StateRow::revision)
                .orElse(0L);
    }

    final List<Long> sequences(String number) {
        return store.events(number(number), 0).stream().map(EventRow::sequence).toList();
    }

    final List<String> numbers(StoreQuery query) {
        return store.list(query).stream().map(row -> row.number().value()).toList();
    }

    static ApplicationNumber number(String value) {
        return ApplicationNumber.of(value);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Everything of a place, steps and awards given, else all. */
    static StoreQuery within(String code, Set<String> steps, Set<String> awards) {
        return new StoreQuery(
                Division.of(code), steps, Optional.empty(), Optional.empty(), awards, Optional.empty(), 100);
    }

    static StoreQuery within(String code) {
        return within(code, Set.of(), Set.of());
    }
}
