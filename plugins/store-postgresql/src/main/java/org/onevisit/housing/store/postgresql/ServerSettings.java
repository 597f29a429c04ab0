package org.onevisit.housing.store.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.store.jdbc.Pool;
import org.onevisit.housing.store.jdbc.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a server before anything is written to it: whether it can keep what it acknowledges. Asked with each connection that writes. */
final class ServerSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSettings.class);

    /** The first version that keeps what the tables generate. */
    private static final int OLDEST = 12;

    private static final int VERSIONS_APART = 10_000;

    /** Off, these lose what was acknowledged, or the whole database, in a power cut. */
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");

    private static final String ASKED =
            "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes',"
                    + " 'synchronous_commit', 'server_version_num', 'server_encoding', 'in_hot_standby', 'transaction_read_only')";

    private final PostgresOptions options;

    ServerSettings(PostgresOptions options) {
        this.options = options;
    }

    /** Gives the session back if its server is good enough, else closes it. */
    Session checked(Session session) throws SQLException {
        boolean good = false;
        try {
            Map<String, String> settings = new TreeMap<>();
            for (String[] pair : session.all(row -> new String[] {row.getString(1), row.getString(2)}, ASKED)) {
                settings.put(pair[0], pair[1]);
            }
            check(settings);
            good = true;
            return session;
        } finally {
            if (!good) {
                Pool.discard(session);
            }
        }
    }

    private void check(Map<String, String> settings) {
        int version = Integer.parseInt(settings.getOrDefault("server_version_num", "0")) / VERSIONS_APART;
        if (version < OLDEST) {
            throw refusal("is on PostgreSQL " + version + "; expected " + OLDEST + " or later");
        }
        String encoding = settings.getOrDefault("server_encoding", "");
        if (!encoding.equals("UTF8")) {
            throw refusal("keeps texts in " + encoding + "; create it with ENCODING 'UTF8'");
        }
        if (isOn(settings, "in_hot_standby") || isOn(settings, "transaction_read_only")) {
            throw refusal("may only be read; let url lead to the primary server");
        }
        List<String> off =
                DURABLE.stream().filter(name -> !isOn(settings, name)).toList();
        if (off.isEmpty()) {
            return;
        }
        String names = String.join(", ", off);
        if (options.unsafe() == UnsafeServer.REFUSE) {
            throw refusal("would lose acknowledged steps in a power cut: the server has " + names
                    + " off; turn it on, for this role and database too, or set unsafeServer to WARN");
        }
        LOG.warn("store {}: the server has {} off; a power cut may cost acknowledged steps", options, names);
    }

    /** Any value but off waits for the server's own disk; some wait for more. */
    private static boolean isOn(Map<String, String> settings, String name) {
        return !settings.getOrDefault(name, "off").equals("off");
    }

    private StoreException refusal(String reason) {
        return new StoreException(
                "the database %s %s".formatted(options, reason), new IllegalStateException("server refused"));
    }
}
