package org.onevisit.housing.store.jdbc;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The scripts that lead a database from version to version: {@code schema-N.sql}, from N-1 to N, beside a class of the store. */
public final class Scripts {
    private final Class<?> beside;

    /** The scripts that lie beside this class. */
    public Scripts(Class<?> beside) {
        this.beside = beside;
    }

    /** Runs the script that leads to this version; the caller has begun a transaction and notes the version. */
    public void run(long version, Session session) throws SQLException {
        for (String statement : statements("schema-" + version + ".sql")) {
            session.run(statement);
        }
    }

    /** No statement holds a semicolon inside. */
    private List<String> statements(String resource) {
        try (InputStream in = requireNonNull(beside.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";"))
                    .filter(part -> !part.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
