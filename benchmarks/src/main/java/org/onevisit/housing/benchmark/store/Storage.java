package org.onevisit.housing.benchmark.store;

import java.util.List;
import javax.sql.DataSource;

/** A fresh database for one engine. */
public interface Storage extends AutoCloseable {
    /** Connections to it, counted. */
    DataSource connections();

    /** What was executed on them. */
    Tally tally();

    /**
     * Reads the settings back that durability rests on.
     *
     * @return each as {@code name = value}
     * @throws IllegalStateException if one is not as it was set
     */
    List<String> readBack();

    /** Bytes on disk, without what is only there for a restart. */
    long bytes();

    @Override
    void close();
}
