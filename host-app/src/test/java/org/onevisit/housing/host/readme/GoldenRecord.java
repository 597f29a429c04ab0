package org.onevisit.housing.host.readme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes down a history as it is stored, with the key that opens it and with what its state tells, for GoldenHistoriesTest of the
 * core. Reads by the book, so that what is told does not come from the code that is to be held to it.
 */
final class GoldenRecord {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GoldenRecord() {}

    /** Writes it if it is not there; what is there is never written over. */
    static void keep(Path file, String keyFile, byte[] wrappedKey, byte[] sealedState, List<BookEntry> chain)
            throws Exception {
        if (Files.exists(file)) {
            return;
        }
        String number = chain.get(0).number();
        byte[] key = new BookKey(keyFile).dossierKey(number, wrappedKey);
        BookKey.BookState opened = BookKey.BookState.open(key, sealedState, number);
        if (!opened.since().isEmpty()) {
            throw new IllegalStateException("a history that is kept has come to its end");
        }
        ObjectNode content = JSON.createObjectNode();
        content.set("state", JSON.readTree(opened.state()));
        content.set("dates", JSON.readTree(opened.dates()));
        ObjectNode golden = JSON.createObjectNode();
        golden.put("number", number);
        golden.put("keyFile", keyFile);
        golden.put("wrappedKey", wrappedKey);
        golden.put("sealedState", sealedState);
        golden.set("told", told(content.at("/state")));
        golden.set("content", content);
        ArrayNode events = golden.putArray("events");
        for (BookEntry entry : chain) {
            events.addObject()
                    .put("sequence", entry.sequence())
                    .put("header", entry.header())
                    .put("previous", HexFormat.of().formatHex(entry.previous()))
                    .put("hash", HexFormat.of().formatHex(entry.hash()))
                    .put("sealed", entry.sealed());
        }
        write(file, golden);
    }

    private static void write(Path file, JsonNode golden) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(golden) + "\n");
    }

    /** What matters of a state, a line each. */
    private static ArrayNode told(JsonNode state) {
        ArrayNode told = JSON.createArrayNode();
        told.add("step " + state.at("/step").asText());
        told.add("routed to " + state.at("/routedTo").asText());
        told.add("received " + state.at("/timeline/receivedAt").asText());
        told.add("accepted " + state.at("/timeline/acceptedOn").asText());
        told.add("members " + state.at("/application/household/members").size());
        TreeSet<String> flags = new TreeSet<>();
        state.at("/flags").forEach(flag -> flags.add(flag.asText()));
        told.add("flags " + String.join(" ", flags));
        state.at("/verification/slots")
                .forEach(slot -> told.add("slot " + slot.at("/check").asText() + " "
                        + slot.at("/status").asText() + " "
                        + slot.at("/answers").size()));
        told.add("opinions " + state.at("/hearing/opinions").size());
        told.add("ballots " + state.at("/hearing/ballots").size());
        state.at("/publicity/objections")
                .forEach(objection ->
                        told.add("objection " + objection.at("/ruling").asText()));
        JsonNode award = state.at("/award");
        if (award.isObject()) {
            told.add("award " + award.at("/state").asText() + " "
                    + award.at("/monthly/fen").asText() + " from "
                    + award.at("/firstMonth").asText() + ", next "
                    + award.at("/anniversary").asText());
            award.at("/reviews")
                    .forEach(review ->
                            told.add("review " + review.at("/anniversary").asText() + " "
                                    + review.at("/outcome").asText()));
        }
        return told;
    }
}
