package org.onevisit.housing.exchange;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.exchange.Work.Line;

/**
 * How far a file has come, beside it on disk: a line is in it once its piece of work is done. What a crash tore off in the middle of
 * being written is not read.
 */
final class Progress {
    private static final Csv CSV = new Csv(',');
    private static final String DONE = "done";
    private final Path file;
    private final Map<Integer, List<Line>> done = new LinkedHashMap<>();

    private Progress(Path file) {
        this.file = file;
    }

    /** The progress of a file with this stamp; none if it was another file's. */
    static Progress of(Path file, String stamp) throws IOException {
        Progress progress = new Progress(file);
        List<List<String>> rows = Files.exists(file) ? read(file) : List.of();
        if (rows.isEmpty() || !rows.get(0).equals(List.of(stamp))) {
            SafeFiles.write(file, CSV.exactLine(List.of(stamp)).getBytes(StandardCharsets.UTF_8));
        } else {
            progress.resume(rows.subList(1, rows.size()));
        }
        return progress;
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String row : CSV.rows(text)) {
            CSV.cells(row).ifPresent(rows::add);
        }
        return rows;
    }

    private void resume(List<List<String>> rows) {
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() == 2 && row.get(0).equals(DONE) && isNumber(row.get(1))) {
                done.put(Integer.valueOf(row.get(1)), List.copyOf(lines));
                lines.clear();
            } else if (row.size() > 1 && isNumber(row.get(0))) {
                lines.add(new Line(Integer.parseInt(row.get(0)), row.subList(1, row.size())));
            } else {
                lines.clear();
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    /** Is this piece done? */
    boolean has(int piece) {
        return done.containsKey(piece);
    }

    /** A piece is done: on disk when this returns. */
    void add(int piece, List<Line> lines) throws IOException {
        // a line end first: what a crash tore off before ends there
        StringBuilder text = new StringBuilder("\n");
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(line.row())));
            cells.addAll(line.cells());
            text.append(CSV.exactLine(cells));
        }
        text.append(CSV.exactLine(List.of(DONE, Integer.toString(piece))));
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        done.put(piece, List.copyOf(lines));
    }

    /** All lines, by row. */
    List<Line> lines() {
        return done.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Line::row))
                .toList();
    }

    /** Takes it away. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
