package org.onevisit.housing.store.sqlite;

import java.nio.file.Path;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The embedded store as a service, opened where its configuration says. */
@Component(
        service = ApplicationStore.class,
        configurationPid = "org.onevisit.housing.store.sqlite",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = SqliteStoreComponent.Config.class)
public final class SqliteStoreComponent extends SqliteStore {
    /** Opens the store. */
    @Activate
    public SqliteStoreComponent(Config config) {
        super(options(config));
    }

    /** Lets go of the file. */
    @Deactivate
    void stop() {
        close();
    }

    private static SqliteOptions options(Config config) {
        if (config.file().isBlank()) {
            throw new IllegalArgumentException("file is empty; name the database file of the store");
        }
        Path file = Path.of(config.file());
        return new SqliteOptions(
                file,
                config.synchronous(),
                config.nativeFolder().isBlank() ? SqliteOptions.beside(file) : Path.of(config.nativeFolder()));
    }

    /** What can be set. */
    @ObjectClassDefinition(name = "Store: SQLite", description = "One file, durable at every acknowledged step")
    public @interface Config {
        /** The database. */
        @AttributeDefinition(description = "Path of the database file; made if it is missing")
        String file();

        /** What an acknowledged step survives. */
        @AttributeDefinition(description = "FULL survives a power cut; NORMAL and OFF survive a killed process only")
        Synchronous synchronous() default Synchronous.FULL;

        /** Where the native part goes. */
        @AttributeDefinition(
                description = "Folder for SQLite's native part, writable and not noexec; empty: \"native\" beside file")
        String nativeFolder() default "";
    }
}
