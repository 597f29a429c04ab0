package org.onevisit.housing.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.view.JournalEntry;

/**
 * Journals that earlier releases wrote: this code reads them and comes to the same state. They are recorded by the host's
 * JournalByTheBookTest with {@code -Dhousing.golden=update}, each once; one that is there is never written again.
 */
class GoldenHistoriesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/onevisit/housing/core/journal");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("release 1.0 left four histories, and so did the format of entries with several events")
    void eachFormatIsThere() throws IOException {
        assertThat(histories())
                .extracting(file -> GOLDEN.relativize(file).toString().replace('\\', '/'))
                .contains(
                        "1.0/approved-after-objections.json",
                        "1.0/award-and-review.json",
                        "1.0/refused.json",
                        "1.0/withdrawn.json",
                        "format-3/approved-after-objections.json",
                        "format-3/award-and-review.json",
                        "format-3/refused.json",
                        "format-3/withdrawn.json");
    }

    @ParameterizedTest
    @MethodSource("histories")
    @DisplayName("each event opens, the chain holds, and the fold is the state that was stored and committed")
    void isReadAndFolded(Path file) throws IOException {
        JsonNode golden = JSON.readTree(file.toFile());
        Journal journal = new Journal(new Vault(keyFile(golden)), Chain.SHA_256);
        Dossier dossier = journal.open(stored(golden));
        byte[] head = new byte[32];
        State folded = null;
        for (EventRow row : rows(golden)) {
            assertThat(row.previous()).isEqualTo(head);
            assertThat(row.hash())
                    .isEqualTo(
                            Chain.SHA_256.link(head, row.number() + "/" + row.sequence(), row.header(), row.sealed()));
            List<JournalEntry> entries = journal.entries(row);
            List<Recorded> opened = journal.open(row, dossier.key());
            assertThat(opened).hasSameSizeAs(entries);
            for (int i = 0; i < opened.size(); i++) {
                folded = folded == null ? Fold.begin(opened.get(i)) : Fold.apply(folded, opened.get(i));
                assertThat(folded.step().name()).isEqualTo(entries.get(i).step());
            }
            head = row.hash();
        }
        assertThat(dossier.sequence()).isEqualTo(golden.get("events").size());
        assertThat(dossier.head()).isEqualTo(head);
        assertThat(folded).isNotNull().isEqualTo(dossier.state());
        assertThat(content(golden).state()).isEqualTo(folded);
        assertThat(content(golden).dates()).isEqualTo(dossier.dates());
        assertThat(told(folded)).isEqualTo(lines(golden.get("told")));
    }

    private KeyFile keyFile(JsonNode golden) throws IOException {
        return KeyFile.openOrCreate(
                Files.writeString(folder.resolve("key"), golden.get("keyFile").asText()));
    }

    private static Content content(JsonNode golden) throws IOException {
        return new Codec().readContent(JSON.writeValueAsBytes(golden.get("content")));
    }

    /** Its row; of the clear columns nothing is read. */
    private static StoredApplication stored(JsonNode golden) throws IOException {
        State state = content(golden).state();
        StateRow row = new StateRow(
                state.number(),
                1,
                state.step().name(),
                state.application().division(),
                state.routedTo(),
                "",
                "",
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                golden.get("sealedState").binaryValue());
        return new StoredApplication(row, golden.get("wrappedKey").binaryValue());
    }

    private static List<EventRow> rows(JsonNode golden) throws IOException {
        List<EventRow> rows = new ArrayList<>();
        for (JsonNode event : golden.get("events")) {
            rows.add(new EventRow(
                    0,
                    ApplicationNumber.of(golden.get("number").asText()),
                    event.get("sequence").asLong(),
                    event.get("header").asText(),
                    event.get("sealed").binaryValue(),
                    HexFormat.of().parseHex(event.get("previous").asText()),
                    HexFormat.of().parseHex(event.get("hash").asText())));
        }
        return rows;
    }

    private static List<String> lines(JsonNode list) {
        List<String> lines = new ArrayList<>();
        list.forEach(line -> lines.add(line.asText()));
        return lines;
    }

    /** What matters of a state, a line each; the recorder told the same from the stored JSON. */
    private static List<String> told(State state) {
        List<String> told = new ArrayList<>();
        told.add("step " + state.step());
        told.add("routed to " + state.routedTo().code());
        told.add("received " + state.timeline().receivedAt());
        told.add("accepted "
                + state.timeline().acceptedOn().map(Object::toString).orElse("null"));
        told.add("members " + state.application().household().members().size());
        TreeSet<String> flags = new TreeSet<>();
        state.flags().forEach(flag -> flags.add(flag.name()));
        told.add("flags " + String.join(" ", flags));
        state.verification()
                .slots()
                .values()
                .forEach(slot -> told.add("slot " + slot.check() + " " + slot.status() + " "
                        + slot.answers().size()));
        told.add("opinions " + state.hearing().opinions().size());
        told.add("ballots " + state.hearing().ballots().size());
        state.publicity().objections().forEach(objection -> told.add("objection " + objection.ruling()));
        state.award().ifPresent(award -> {
            told.add("award " + award.state() + " "
                    + award.monthly().map(money -> Long.toString(money.fen())).orElse("") + " from "
                    + award.firstMonth() + ", next " + award.anniversary());
            award.reviews()
                    .forEach(review -> told.add("review " + review.anniversary() + " "
                            + review.outcome().map(Enum::name).orElse("null")));
        });
        return told;
    }
}
