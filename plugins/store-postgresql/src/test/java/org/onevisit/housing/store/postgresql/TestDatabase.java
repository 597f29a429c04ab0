package org.onevisit.housing.store.postgresql;

/**
 * An empty place in the server that the tests share, for tests in other packages.
 *
 * @param options how to open it, as often as one likes
 */
public record TestDatabase(PostgresOptions options) {
    /** A new one. */
    public static TestDatabase create() {
        return new TestDatabase(PostgresServer.shared().options());
    }
}
