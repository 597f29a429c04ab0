package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.StoreException;

/** The edge: a configuration becomes an open store, and a stopped component lets go of it. */
class SqliteStoreComponentTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("an activated component is an open store, a stopped one is closed")
    void opensAndCloses() {
        Path file = folder.resolve("data").resolve("store.db");
        SqliteStoreComponent component = new SqliteStoreComponent(config(file.toString(), ""));
        assertThat(component.load(ApplicationNumber.of("a-1"))).isEmpty();
        assertThat(file).exists();
        component.stop();
        assertThatThrownBy(component::rowCounts).isInstanceOf(StoreException.class);
    }

    @Test
    @DisplayName("a configuration without a file is refused")
    void fileIsNeeded() {
        assertThatThrownBy(() -> new SqliteStoreComponent(config(" ", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name the database file");
    }

    private static SqliteStoreComponent.Config config(String file, String nativeFolder) {
        return new SqliteStoreComponent.Config() {
            @Override
            public String file() {
                return file;
            }

            @Override
            public Synchronous synchronous() {
                return Synchronous.OFF;
            }

            @Override
            public String nativeFolder() {
                return nativeFolder;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return SqliteStoreComponent.Config.class;
            }
        };
    }
}
