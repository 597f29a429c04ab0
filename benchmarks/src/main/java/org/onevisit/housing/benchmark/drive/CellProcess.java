package org.onevisit.housing.benchmark.drive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Joiner;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A measurement in a process of its own, over a folder of its own: every engine has the same JVM to itself. */
public final class CellProcess {
    /** What every process is started with. */
    public static final List<String> FLAGS =
            List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dlogback.configurationFile=housing-quiet-logback.xml");

    private final JsonMapper json = new JsonMapper();
    private final Duration warmUp;
    private final Duration time;

    /** Measurements of this length. */
    public CellProcess(Duration warmUp, Duration time) {
        this.warmUp = warmUp;
        this.time = time;
    }

    /** Measures a row, with each of these numbers of clients. */
    public List<Cell> measure(Row row, List<Integer> clients, int repetition) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("housing-cell");
        try {
            Process process = JavaProcess.of(
                            FLAGS,
                            CellMain.class,
                            "--row",
                            row.id(),
                            "--clients",
                            Joiner.on(',').join(clients),
                            "--repetition",
                            Integer.toString(repetition),
                            "--warm-up",
                            warmUp.toString(),
                            "--time",
                            time.toString(),
                            "--folder",
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<Cell> cells = read(process);
            int code = process.waitFor();
            if (code != 0 || cells.size() != clients.size()) {
                throw new IllegalStateException("%s with %s clients ended with %d".formatted(row.id(), clients, code));
            }
            return cells;
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private List<Cell> read(Process process) throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(CellMain.RESULT)) {
                    cells.add(json.readValue(line.substring(CellMain.RESULT.length()), Cell.class));
                }
            }
        }
        return cells;
    }
}
