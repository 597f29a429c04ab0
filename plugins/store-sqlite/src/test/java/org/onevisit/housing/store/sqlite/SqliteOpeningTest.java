package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.testkit.store.UnitDraft;

/** What opens and what is refused, and what the refusal says. */
class SqliteOpeningTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("store.db");
    }

    @Test
    @DisplayName("a missing file is made, with its folders")
    void missingFileIsMade() {
        Path deep = folder.resolve("a b").resolve("数据").resolve("store.db");
        SqliteStore.open(deep).close();
        assertThat(deep).isNotEmptyFile();
    }

    @Test
    @DisplayName("a closed store is one file that can be copied")
    void closedStoreIsOneFile() {
        try (SqliteStore store = SqliteStore.open(file)) {
            store.commit(List.of(UnitDraft.of("a-1").build()));
            assertThat(folder.resolve("store.db-wal")).isNotEmptyFile();
        }
        assertThat(folder.resolve("store.db-wal")).doesNotExist();
    }

    @Test
    @DisplayName("a file that is no database is refused and left as it is")
    void otherFileIsRefused() throws IOException {
        String text = "this is a letter, not a database. ".repeat(200);
        Files.writeString(file, text);
        assertRefused(() -> SqliteStore.open(file), "is not a database", "restore a backup");
        assertThat(file).hasContent(text);
    }

    @Test
    @DisplayName("a folder in the place of the file is refused")
    void folderIsRefused() throws IOException {
        Files.createDirectory(file);
        assertRefused(() -> SqliteStore.open(file), "is a folder");
    }

    @Test
    @DisplayName("a file that may not be written is refused")
    void readOnlyFileIsRefused() {
        SqliteStore.open(file).close();
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "root may write everything");
        assertRefused(() -> SqliteStore.open(file), "may not be written", "let the host's user write");
    }

    @Test
    @DisplayName("the database of another program is refused")
    void foreignDatabaseIsRefused() throws SQLException {
        execute("CREATE TABLE application (id INTEGER)");
        assertRefused(() -> SqliteStore.open(file), "another program");
    }

    @Test
    @DisplayName("a file of a newer version is refused")
    void newerVersionIsRefused() throws SQLException {
        SqliteStore.open(file).close();
        execute("PRAGMA user_version = " + (Schema.VERSION + 1));
        assertRefused(
                () -> SqliteStore.open(file),
                "version " + (Schema.VERSION + 1),
                "up to " + Schema.VERSION,
                "newer program");
    }

    @Test
    @DisplayName("a path that the driver would misread is refused")
    void questionMarkIsRefused() {
        assertRefused(() -> SqliteStore.open(folder.resolve("what?.db")), "question mark");
    }

    @Test
    @DisplayName("durability is what the options say, FULL if they say nothing")
    void durabilityIsConfigurable() {
        for (Synchronous synchronous : Synchronous.values()) {
            SqliteOptions options =
                    SqliteOptions.of(folder.resolve(synchronous + ".db")).with(synchronous);
            try (DatabaseFile database = DatabaseFile.open(options)) {
                long level = database.write(session -> session.number("PRAGMA synchronous"));
                assertThat(level)
                        .isEqualTo(List.of(Synchronous.OFF, Synchronous.NORMAL, Synchronous.FULL)
                                .indexOf(synchronous));
            }
        }
    }

    private void assertRefused(ThrowingCallable opening, String... parts) {
        assertThatThrownBy(opening)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(parts);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
