package org.onevisit.housing.store.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The store in PostgreSQL as a service, opened where its configuration says. */
@Component(
        service = ApplicationStore.class,
        configurationPid = "org.onevisit.housing.store.postgresql",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = PostgresStoreComponent.Config.class)
public final class PostgresStoreComponent extends PostgresStore {
    /** Opens the store. */
    @Activate
    public PostgresStoreComponent(Config config) {
        super(options(config));
    }

    /** Lets go of the connections. */
    @Deactivate
    void stop() {
        close();
    }

    private static PostgresOptions options(Config config) {
        Limits limits = new Limits(
                config.connections(),
                Duration.ofSeconds(config.connectSeconds()),
                Duration.ofSeconds(config.answerSeconds()),
                Duration.ofSeconds(config.turnSeconds()));
        return new PostgresOptions(
                config.url(),
                new PostgresOptions.Login(config.user(), password(config)),
                config.schema(),
                limits,
                config.unsafeServer());
    }

    /** A file is read again with each connection, so that a password can be changed while the host runs. */
    private static Supplier<String> password(Config config) {
        if (config.passwordFile().isBlank()) {
            String password = config.password();
            return () -> password;
        }
        if (!config.password().isEmpty()) {
            throw new IllegalArgumentException("both password and passwordFile are given; expected one of them");
        }
        Path file = Path.of(config.passwordFile());
        return () -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new StoreException(
                        "passwordFile " + file + " cannot be read; expected a file that holds the password", e);
            }
        };
    }

    /** What can be set. */
    @ObjectClassDefinition(
            name = "Store: PostgreSQL",
            description = "One database, durable at every acknowledged step, for one host or several beside each other")
    public @interface Config {
        /** The database. */
        @AttributeDefinition(description = "jdbc:postgresql://host:port/database, without user and password")
        String url();

        /** Who connects. */
        @AttributeDefinition(description = "Role that the host connects as; it owns the schema")
        String user();

        /** The password itself. */
        @AttributeDefinition(
                type = AttributeType.PASSWORD,
                description = "Its password; better in a file of its own, see passwordFile")
        String password() default "";

        /** Where the password is. */
        @AttributeDefinition(
                description = "Path of a file that holds the password and nothing else; read with each connection")
        String passwordFile() default "";

        /** Where the tables are. */
        @AttributeDefinition(description = "Schema of the tables, made if it is missing and the role may do so")
        String schema() default "housing";

        /** Connections beside the one that writes. */
        @AttributeDefinition(description = "Connections at most, beside the one that writes groups; 1 to 100")
        int connections() default 8;

        /** Patience for a connection. */
        @AttributeDefinition(
                description = "Wait for a connection, and for a server that went away during a commit, in seconds")
        int connectSeconds() default 5;

        /** Patience for an answer. */
        @AttributeDefinition(description = "Wait for an answer of the server, in seconds; above turnSeconds")
        int answerSeconds() default 30;

        /** Patience for the turn. */
        @AttributeDefinition(description = "Wait for the turn to write while another host is writing, in seconds")
        int turnSeconds() default 10;

        /** Servers that may lose steps. */
        @AttributeDefinition(
                description = "What to do when fsync, full_page_writes or synchronous_commit of the server is off")
        UnsafeServer unsafeServer() default UnsafeServer.REFUSE;
    }
}
