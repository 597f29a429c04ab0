package org.onevisit.housing.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file with a header.
 *
 * @param header names of the columns, in order
 * @param rows what stands below it; empty lines left out
 */
public record Table(List<String> header, List<Row> rows) {
    /** The most rows of a file. */
    public static final int MOST_ROWS = 20_000;

    private static final int LONGEST_ROW = 20_000;
    private static final Texts TEXTS = Texts.beside(Table.class);

    /** Copies the lists. */
    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number as a spreadsheet counts: the header is row 1
     * @param cells by column, without blanks at their ends; empty when the row cannot be read
     * @param fault why it cannot be read
     */
    public record Row(int number, Map<String, String> cells, Optional<Text> fault) {
        /** Copies the map. */
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell of a column; empty when there is none. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads a file that has at least these columns. */
    public static Table read(String text, Csv csv, Collection<String> wanted) throws RefusedFileException {
        return read(text, csv, wanted, MOST_ROWS);
    }

    /** The same with so many rows at most. */
    static Table read(String text, Csv csv, Collection<String> wanted, int most) throws RefusedFileException {
        List<String> lines = csv.rows(text);
        if (lines.isEmpty() || text.isBlank()) {
            throw new RefusedFileException(TEXTS.of("empty"));
        }
        if (lines.size() > most + 1) {
            throw new RefusedFileException(TEXTS.of("rows", most));
        }
        List<String> header = header(lines.get(0), csv, wanted);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Row row = row(i + 1, lines.get(i), header, csv);
                if (row.fault().isPresent() || row.cells().values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(row);
                }
            }
        }
        return new Table(header, rows);
    }

    private static List<String> header(String line, Csv csv, Collection<String> wanted) throws RefusedFileException {
        List<String> header = csv.cells(line).orElseThrow(() -> new RefusedFileException(TEXTS.of("header"))).stream()
                .map(String::strip)
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new RefusedFileException(TEXTS.of("twice", header.indexOf(name) + 1));
            }
        }
        List<String> missing =
                wanted.stream().filter(name -> !seen.contains(name)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new RefusedFileException(TEXTS.of("columns", String.join(", ", missing)));
        }
        return header;
    }

    private static Row row(int number, String line, List<String> header, Csv csv) {
        if (line.length() > LONGEST_ROW) {
            return faulty(number, TEXTS.of("row.long", LONGEST_ROW));
        }
        Optional<List<String>> cells = csv.cells(line);
        if (cells.isEmpty()) {
            return faulty(number, TEXTS.of("row.quotes"));
        }
        List<String> values = cells.get().stream().map(String::strip).toList();
        boolean tooMany = values.size() > header.size()
                && values.subList(header.size(), values.size()).stream().anyMatch(value -> !value.isEmpty());
        if (values.size() < header.size() || tooMany) {
            return faulty(number, TEXTS.of("row.cells", values.size(), header.size()));
        }
        if (values.stream().anyMatch(Table::hasControls)) {
            return faulty(number, TEXTS.of("row.controls"));
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).isEmpty()) {
                named.put(header.get(i), values.get(i));
            }
        }
        return new Row(number, named, Optional.empty());
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f);
    }

    private static Row faulty(int number, Text why) {
        return new Row(number, Map.of(), Optional.of(why));
    }
}
