package org.onevisit.housing.benchmark.drive;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.onevisit.housing.benchmark.store.Survives;

/** Kills a process in the middle of its work and counts what it had acknowledged and is not there afterwards. */
public final class KillCheck {
    private static final int PATIENCE = 60;
    private final int acknowledged;

    /** Kills after so many acknowledged applications. */
    public KillCheck(int acknowledged) {
        this.acknowledged = acknowledged;
    }

    /**
     * What came of it.
     *
     * @param row which line, by its id
     * @param acknowledged applications whose steps had all been acknowledged when the process was killed
     * @param lost those among them that are not there; empty where the store does not even open
     */
    public record Outcome(String row, int acknowledged, OptionalLong lost) {
        /** Is nothing lost where nothing may be? */
        public boolean asStated() {
            return Row.of(row).survives() == Survives.NOTHING || lost.orElse(1) == 0;
        }

        /** In words. */
        public String text() {
            return lost.isPresent()
                    ? "kill -9 after %d applications: %d lost".formatted(acknowledged, lost.getAsLong())
                    : "kill -9 after %d applications: the store did not open again".formatted(acknowledged);
        }
    }

    /** Does it to these rows. */
    public List<Outcome> check(List<Row> rows, Progress progress) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        progress.begin(rows.size());
        for (Row row : rows) {
            Outcome outcome = check(row);
            outcomes.add(outcome);
            progress.done(row.id() + ": " + outcome.text());
        }
        return outcomes;
    }

    /** Does it to a row. */
    public Outcome check(Row row) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("housing-kill");
        try {
            List<String> names = killed(row, folder);
            return new Outcome(row.id(), names.size(), lost(row, folder, names));
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private List<String> killed(Row row, Path folder) throws IOException, InterruptedException {
        Process process = start(row, folder);
        List<String> names = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(KillMain.ACKNOWLEDGED)) {
                    names.add(line.substring(KillMain.ACKNOWLEDGED.length()));
                }
                if (names.size() == acknowledged) {
                    kill(process, folder);
                }
            }
        }
        process.waitFor();
        if (names.size() < acknowledged) {
            throw new IllegalStateException(
                    "%s ended by itself after %d applications".formatted(row.id(), names.size()));
        }
        return names;
    }

    /** The process, and the database server that it started. */
    private static void kill(Process process, Path folder) throws IOException {
        Path server = folder.resolve("postgres").resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = Files.exists(server)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(server).get(0).strip()))
                : Optional.empty();
        boolean unused = process.toHandle().destroyForcibly(); // leaves its output to be read
        postmaster.ifPresent(handle -> {
            List<ProcessHandle> children = handle.descendants().toList();
            handle.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            handle.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        });
    }

    private static OptionalLong lost(Row row, Path folder, List<String> names)
            throws IOException, InterruptedException {
        Process process = start(row, folder, "--count");
        try (PrintWriter in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8))) {
            names.forEach(in::println);
        }
        OptionalLong lost = OptionalLong.empty();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(KillMain.LOST)) {
                    lost = OptionalLong.of(Long.parseLong(line.substring(KillMain.LOST.length())));
                }
            }
        }
        process.waitFor();
        return lost;
    }

    private static Process start(Row row, Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--row", row.id(), "--folder", folder.toString()));
        arguments.addAll(List.of(more));
        return JavaProcess.of(CellProcess.FLAGS, KillMain.class, arguments.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
