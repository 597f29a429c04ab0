package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.host.OtherJvm;

/**
 * Tells how many rows each table of a store's file has, whichever tables there are. It looks from a process of its own: a second
 * library on the same file in the host's process would take the file's locks from it.
 */
public final class TableCounts implements AutoCloseable {
    private static final String END = ".";

    private final Process looking;
    private final PrintWriter asks;
    private final BufferedReader told;

    TableCounts(Path file) {
        try {
            looking = OtherJvm.of(TableCounts.class, file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        asks = new PrintWriter(looking.getOutputStream(), true, UTF_8);
        told = looking.inputReader(UTF_8);
    }

    /** Rows by table, now; but for the bookmarks of those who follow the journal, which come when they have begun to read. */
    Map<String, Long> now() {
        asks.println("now");
        Map<String, Long> counts = new TreeMap<>();
        try {
            for (String line = told.readLine(); !END.equals(line); line = told.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the process that looks at the store's file has ended");
                }
                String[] words = line.split(" ");
                counts.put(words[0], Long.parseLong(words[1]));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        counts.remove("follower");
        return counts;
    }

    @Override
    public void close() {
        looking.destroy();
    }

    /** Counts the rows in the given file once for each line that it reads. */
    public static void main(String[] args) throws IOException, SQLException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (asked.readLine() != null) {
            count(args[0]).forEach((table, rows) -> System.out.println(table + " " + rows));
            System.out.println(END);
        }
    }

    private static Map<String, Long> count(String file) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
