package org.onevisit.housing.benchmark.ours;

import java.util.List;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.spi.store.ApplicationStore;

/** A store of the product, opened for a benchmark. One class for each store that is measured. */
public interface OurStore extends AutoCloseable {
    /** The store. */
    ApplicationStore store();

    /** What is executed on its connections. */
    Tally tally();

    /** The settings that durability rests on, read back from its own connections. */
    List<String> readBack();

    /** Bytes on disk, without what is only there for a restart. */
    long bytes();

    /** Bytes by table and column of what applications left, for the report of bytes; empty where it is not broken down. */
    List<Part> parts();

    /** Ends what lies under the store, after the store itself was closed. */
    @Override
    default void close() {}

    /**
     * What a column holds.
     *
     * @param table of it
     * @param kind of the rows: the type of the first event of an entry, or empty
     * @param column of it
     * @param rows how many
     * @param bytes of all of them
     */
    record Part(String table, String kind, String column, long rows, long bytes) {}
}
