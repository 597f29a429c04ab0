package org.onevisit.housing.store.jdbc;

/**
 * Where a store keeps its rows. Any thread may call. Every failure is a {@link org.onevisit.housing.spi.store.StoreException} that
 * says what an operator can do.
 */
public interface Database extends AutoCloseable {
    /**
     * Does work in one transaction, all or nothing, while nobody else does such work, in this process or in another. Whoever is next
     * begins after the commit, and sees it.
     *
     * @param proof asked when it is not known whether the commit came to be
     */
    <T> T alone(Work<T> work, Proof<T> proof);

    /**
     * As {@link #alone}, for work that destroys: what the rows held before is overwritten in the database's files when it returns, as
     * far as this database can.
     */
    default <T> T erasing(Work<T> work, Proof<T> proof) {
        return alone(work, proof);
    }

    /** Does work in one transaction, all or nothing. */
    <T> T write(Work<T> work);

    /** Does work that reads; it sees every commit that was acknowledged before. */
    <T> T read(Work<T> work);

    /** Lets go of connections, after the work that is being done; harmless when repeated. */
    @Override
    void close();
}
