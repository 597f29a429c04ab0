package org.onevisit.housing.store.postgresql;

import static java.util.Objects.requireNonNull;

import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Which database, who asks, and how patiently.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with the driver's own parameters where they are wanted, without password
 * @param login who connects
 * @param schema where the tables are; lower-case letters, digits and underscores
 * @param limits how many connections and how long to wait
 * @param unsafe what is done with a server that may lose acknowledged steps
 */
public record PostgresOptions(String url, Login login, String schema, Limits limits, UnsafeServer unsafe) {
    private static final String PREFIX = "jdbc:postgresql:";

    /**
     * Who connects.
     *
     * @param user name of the role
     * @param password gives the password, asked for with each connection; empty where the server wants none
     */
    public record Login(String user, Supplier<String> password) {
        /** Checks that there is a name. */
        public Login {
            requireNonNull(password, "password");
            if (user.isBlank()) {
                throw new IllegalArgumentException("user is empty; name the role that the host connects as");
            }
        }
    }

    /** Checks what can be checked without the server. */
    public PostgresOptions {
        requireNonNull(login, "login");
        requireNonNull(limits, "limits");
        requireNonNull(unsafe, "unsafe");
        // the driver would repeat in its log what stands before an @
        if (url.contains("@") || says(url, PGProperty.PASSWORD) || says(url, PGProperty.USER)) {
            throw new IllegalArgumentException(
                    "url holds a user or a password; expected neither there, but in user and passwordFile");
        }
        if (parsed(url) == null) {
            throw new IllegalArgumentException(
                    "url is no address of a database; expected " + PREFIX + "//host:port/name");
        }
        if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "schema is no plain name; expected lower-case letters, digits and underscores, 63 at most");
        }
    }

    /** A database with everything as usual. */
    public static PostgresOptions of(String url, Login login) {
        return new PostgresOptions(url, login, "housing", Limits.USUAL, UnsafeServer.REFUSE);
    }

    /** The same with other limits. */
    public PostgresOptions with(Limits other) {
        return new PostgresOptions(url, login, schema, other, unsafe);
    }

    /** The same with another view of unsafe servers. */
    public PostgresOptions with(UnsafeServer other) {
        return new PostgresOptions(url, login, schema, limits, other);
    }

    /** The same in another schema. */
    public PostgresOptions in(String other) {
        return new PostgresOptions(url, login, other, limits, unsafe);
    }

    /** Names the database for a person; holds nothing secret. */
    String place() {
        Properties parts = requireNonNull(parsed(url), "parsed when it was made");
        return "%s at %s:%s"
                .formatted(
                        PGProperty.PG_DBNAME.getOrDefault(parts),
                        PGProperty.PG_HOST.getOrDefault(parts),
                        PGProperty.PG_PORT.getOrDefault(parts));
    }

    private static boolean says(String url, PGProperty property) {
        Properties parts = parsed(url);
        return parts != null && parts.getProperty(property.getName()) != null;
    }

    private static @Nullable Properties parsed(String url) {
        return url.startsWith(PREFIX) ? Driver.parseURL(url, new Properties()) : null;
    }

    @Override
    public String toString() {
        return place() + ", schema " + schema;
    }
}
