package org.onevisit.housing.intake.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.exchange.RefusedFileException;
import org.onevisit.housing.intake.files.Entry.Fault;
import org.onevisit.housing.process.ErrorCode;

/**
 * Reads applications from JSON: one envelope {@code {"reference", "submission"}}, a list of them, or one on each line. The submission is
 * handed on letter by letter, so that the core finds in it what it finds over REST.
 */
final class JsonEntries {
    private static final int MOST = 20_000;
    private static final String ENVELOPE = "{\"reference\": \"…\", \"submission\": {…}}";
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonEntries() {}

    /** Reads one envelope or a list of them; rows count from 1. What is no JSON is refused whole: nobody knows where the next begins. */
    static List<Entry> readWhole(String text) throws RefusedFileException {
        List<Entry> entries = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(envelope(entries.size() + 1, parser, text));
                    if (entries.size() > MOST) {
                        throw new RefusedFileException(HandIn.TEXTS.of("many", MOST));
                    }
                }
            } else if (first != null) {
                entries.add(envelope(1, parser, text));
            }
            if (first == null || parser.nextToken() != null) {
                throw new RefusedFileException(HandIn.TEXTS.of(first == null ? "nothing" : "more"));
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new RefusedFileException(HandIn.TEXTS.of("json", line));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
        return entries;
    }

    /** Reads one envelope on each line; a line that is no JSON is refused alone. */
    static List<Entry> readLines(String text) throws RefusedFileException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST) {
            throw new RefusedFileException(HandIn.TEXTS.of("many", MOST));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(line(i + 1, lines.get(i)));
            }
        }
        if (entries.isEmpty()) {
            throw new RefusedFileException(HandIn.TEXTS.of("nothing"));
        }
        return entries;
    }

    private static Entry line(int row, String line) {
        try {
            List<Entry> read = readWhole(line);
            if (read.size() == 1) {
                Entry one = read.get(0);
                List<Fault> faults = one.faults().stream()
                        .map(f -> new Fault(row, f.pointer(), f.code(), f.text(), f.cure()))
                        .toList();
                return new Entry(row, one.reference(), one.json(), List.of(), faults);
            }
        } catch (RefusedFileException e) {
            return refused(row, ErrorCode.NOT_JSON, "line");
        }
        return refused(row, ErrorCode.WRONG_TYPE, "envelope");
    }

    private static Entry refused(int row, ErrorCode code, String key) {
        return new Entry(row, "", "", List.of(), List.of(Fault.of(row, "", code, key, ENVELOPE)));
    }

    private static Entry envelope(int row, JsonParser parser, String text) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return refused(row, ErrorCode.WRONG_TYPE, "envelope");
        }
        Optional<String> reference = Optional.empty();
        Optional<String> submission = Optional.empty();
        boolean sound = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("reference") && value == JsonToken.VALUE_STRING && reference.isEmpty()) {
                reference = Optional.of(parser.getText());
            } else if (field.equals("submission") && value == JsonToken.START_OBJECT && submission.isEmpty()) {
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                submission = Optional.of(
                        text.substring(from, (int) parser.currentTokenLocation().getCharOffset() + 1));
            } else {
                sound = false;
                parser.skipChildren();
            }
        }
        List<Fault> faults = new ArrayList<>();
        if (!sound || submission.isEmpty()) {
            faults.add(Fault.of(row, "", ErrorCode.WRONG_TYPE, "envelope", ENVELOPE));
        }
        if (reference.filter(Entry::isReference).isEmpty()) {
            faults.add(Entry.badReference(row, reference.orElse("")));
        }
        return new Entry(
                row, reference.filter(Entry::isReference).orElse(""), submission.orElse(""), List.of(), faults);
    }
}
