package org.onevisit.housing.host.swap;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.view.OutcomeChange;

/** What a plan leaves in its folder: {@code plan.json}, {@code plan.html}, {@code flips.csv}, and the record of what was done. */
final class PlanFiles {
    /** Files for people. */
    static final Set<String> NAMES = Set.of("plan.html", "flips.csv", "record.html");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private final Path folder;

    PlanFiles(Path folder) {
        this.folder = folder;
    }

    Path of(String id) {
        return folder.resolve(id);
    }

    /** Applications whose outcome would change, a row each; numbers and clauses, and nothing of a person. */
    static final class Flips implements AutoCloseable {
        private final BufferedWriter out;

        Flips(BufferedWriter out) throws IOException {
            this.out = out;
            out.write("\uFEFFnumber,group,change,before,after,clauses,amount before,amount after,edition\r\n");
        }

        void add(OutcomeChange change) {
            try {
                out.write("%s,%s,%s,%s,%s,%s,%s,%s,%s\r\n"
                        .formatted(
                                change.number(),
                                change.group(),
                                change.kind(),
                                change.before(),
                                change.after(),
                                quoted(change.clauses().stream().collect(Collectors.joining("; "))),
                                change.amountBefore().map(Money::toString).orElse(""),
                                change.amountAfter().map(Money::toString).orElse(""),
                                change.treatment()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A clause comes from a pack: quoted, and never read as a formula by a spreadsheet. */
        private static String quoted(String text) {
            String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
            return "\"" + safe.replace("\"", "\"\"") + "\"";
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Makes the folder of a plan and opens its table. */
    Flips open(String id) throws IOException {
        Files.createDirectories(of(id));
        return new Flips(Files.newBufferedWriter(of(id).resolve("flips.csv"), StandardCharsets.UTF_8));
    }

    void write(Plan plan) throws IOException {
        AtomicFile.write(of(plan.id()).resolve("plan.json"), JSON.writeValueAsBytes(plan));
        AtomicFile.write(
                of(plan.id()).resolve("plan.html"),
                PlanPage.plan(plan, Locale.CHINA).getBytes(StandardCharsets.UTF_8));
    }

    /** The record of a change, and a line in the list of all changes. */
    void write(SwapRecord swap) throws IOException {
        AtomicFile.write(of(swap.plan().id()).resolve("record.json"), JSON.writeValueAsBytes(swap));
        AtomicFile.write(
                of(swap.plan().id()).resolve("record.html"),
                PlanPage.record(swap, Locale.CHINA).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line to the journal of changes; it is on disk when this returns. One that a crash cut off stays a line of its own. */
    void journal(Object line) throws IOException {
        Files.createDirectories(folder);
        Path journal = folder.resolve("journal.jsonl");
        String text = JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(line) + "\n";
        Files.write(
                journal,
                (endsInALine(journal) ? text : "\n" + text).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }

    private static boolean endsInALine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return true;
        }
        try (SeekableByteChannel content = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            content.position(content.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }
}
