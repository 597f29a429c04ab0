package org.onevisit.housing.store.jdbc;

/** Where the SQL of one database differs from that of another. */
public interface Dialect {
    /** What names the index to walk, after the table {@code application}; empty where the database finds it by itself. */
    String walking(String index);

    /** The condition that a column of text holds the text that is bound to its mark. */
    String holds(String column);

    /** The query for the names of the tables that hold content, in the column {@code name}. */
    String tables();

    /** The statement that begins a transaction which reads everything as of one moment, and writes nothing. */
    String beginSnapshot();
}
