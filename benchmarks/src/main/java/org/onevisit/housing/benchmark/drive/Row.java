package org.onevisit.housing.benchmark.drive;

import java.util.List;
import org.onevisit.housing.benchmark.store.Survives;

/**
 * One line of the comparison: an engine over a database.
 *
 * @param engine that does the work
 * @param database under it
 * @param survives what an acknowledged step is to survive
 */
public record Row(Engine engine, Database database, Survives survives) {
    /** Every line, in the order of the report. */
    public static final List<Row> ALL = List.of(
            new Row(Engine.OURS, Database.EMBEDDED, Survives.POWER),
            new Row(Engine.FLOWABLE, Database.EMBEDDED, Survives.POWER),
            new Row(Engine.CAMUNDA, Database.EMBEDDED, Survives.POWER),
            new Row(Engine.FLOWABLE, Database.EMBEDDED, Survives.KILL),
            new Row(Engine.CAMUNDA, Database.EMBEDDED, Survives.KILL),
            new Row(Engine.FLOWABLE, Database.EMBEDDED, Survives.NOTHING),
            new Row(Engine.CAMUNDA, Database.EMBEDDED, Survives.NOTHING),
            new Row(Engine.FLOOR, Database.EMBEDDED, Survives.POWER),
            new Row(Engine.GROUPED_FLOOR, Database.EMBEDDED, Survives.POWER),
            new Row(Engine.OURS, Database.POSTGRESQL, Survives.POWER),
            new Row(Engine.FLOWABLE, Database.POSTGRESQL, Survives.POWER),
            new Row(Engine.CAMUNDA, Database.POSTGRESQL, Survives.POWER),
            new Row(Engine.FLOOR, Database.POSTGRESQL, Survives.POWER),
            new Row(Engine.GROUPED_FLOOR, Database.POSTGRESQL, Survives.POWER));

    /** An engine. */
    public enum Engine {
        /** The product's. */
        OURS("OneVisit Housing"),
        /** A peer. */
        FLOWABLE("Flowable"),
        /** A peer. */
        CAMUNDA("Camunda 7"),
        /** Bare JDBC, a commit for each step. */
        FLOOR("bare JDBC"),
        /** Bare JDBC, what waits in one commit. */
        GROUPED_FLOOR("bare JDBC, grouped");

        private final String text;

        Engine(String text) {
            this.text = text;
        }

        /** Its name. */
        public String text() {
            return text;
        }

        /** Is it one that a county could have picked instead? */
        public boolean peer() {
            return this == FLOWABLE || this == CAMUNDA;
        }
    }

    /** Where it keeps its data. */
    public enum Database {
        /** In the process: SQLite for us and for the floor, H2 for the peers. */
        EMBEDDED,
        /** A PostgreSQL server. */
        POSTGRESQL
    }

    /** A short name, for files and command lines. */
    public String id() {
        return "%s/%s/%s".formatted(engine, database, survives);
    }

    /** The line of this name. */
    public static Row of(String id) {
        return ALL.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row " + id + "; there are "
                        + ALL.stream().map(Row::id).toList()));
    }

    /** Name of the database itself. */
    public String databaseName() {
        if (database == Database.POSTGRESQL) {
            return "PostgreSQL";
        }
        return engine.peer() ? "H2" : "SQLite";
    }
}
