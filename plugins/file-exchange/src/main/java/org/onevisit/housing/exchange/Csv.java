package org.onevisit.housing.exchange;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180). Cells are read by Jackson; where a row ends is told here, so that a row that cannot be read never
 * takes the next one with it. Safe for every thread.
 */
public final class Csv {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\"\\r\\n]|^\\s|\\s$");
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final CsvMapper MAPPER = new CsvMapper();

    private final char separator;
    private final ObjectReader cells;

    /** With this character between cells. */
    public Csv(char separator) {
        this.separator = separator;
        this.cells = MAPPER.readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** The rows of a text, each as it stands, without its line end. A cell in quotes may hold line ends. */
    public List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        State state = State.START;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (state != State.QUOTED && (c == '\n' || c == '\r')) {
                rows.add(text.substring(from, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
                state = State.START;
            } else {
                state = state.after(c, separator);
            }
        }
        if (from < text.length()) {
            rows.add(text.substring(from));
        }
        return rows;
    }

    /** Where in a row the reader stands. */
    private enum State {
        /** At the beginning of a cell. */
        START,
        /** In a cell without quotes. */
        PLAIN,
        /** In a cell with quotes. */
        QUOTED,
        /** Behind a quote that closes, or is the first of two. */
        CLOSED;

        State after(char c, char separator) {
            if (this == QUOTED) {
                return c == '"' ? CLOSED : QUOTED;
            }
            if (c == separator) {
                return START;
            }
            return c == '"' && this != PLAIN ? QUOTED : PLAIN;
        }
    }

    /** The cells of a row; empty when it is no row. */
    public Optional<List<String>> cells(String row) {
        try (MappingIterator<List<String>> read = cells.readValues(row)) {
            if (!read.hasNextValue()) {
                return Optional.of(List.of(""));
            }
            List<String> one = List.copyOf(read.nextValue());
            return read.hasNextValue() ? Optional.empty() : Optional.of(one);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A row as text, with a line end. What a spreadsheet would take for a formula is written so that it does not. */
    public String line(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.length() == 0 ? "" : separator).append(quoted(harmless(value)));
        }
        return line.append("\r\n").toString();
    }

    /** A row as text, each value as it is. */
    String exactLine(List<String> values) {
        return String.join(",", values.stream().map(Csv::inQuotes).toList()) + "\n";
    }

    /** A value that no spreadsheet calculates. */
    static String harmless(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private String quoted(String value) {
        return value.indexOf(separator) >= 0 || NEEDS_QUOTES.matcher(value).find() ? inQuotes(value) : value;
    }

    private static String inQuotes(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
