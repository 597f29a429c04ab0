package org.onevisit.housing.store.postgresql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.spi.store.StoreException;

/** Turns what the server says into what an operator can do. */
final class Trouble {
    /** After these nothing was kept, and the same may well succeed now: two met each other, or an old connection was dead. */
    private static final Set<String> PASSING =
            Set.of("40001", "40P01", "08003", "08006", "57P01", "57P02", "57P05", "25P03");

    /** By the five signs of a state, or by its class, the first two. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("08", "cannot be reached; check server and network, it is tried again with the next call"),
            Map.entry("57", "is stopping or starting; it is tried again with the next call"),
            Map.entry("28", "refuses the host; check user, password or passwordFile, and the server's pg_hba.conf"),
            Map.entry("3D000", "is not there; create the database, or correct url"),
            Map.entry("42501", "refuses what the host must do; let its role own the schema, or create objects in it"),
            Map.entry("42P01", "misses a table; restore it from a dump"),
            Map.entry("53100", "could not grow, the server's disk is full; make room"),
            Map.entry("53200", "is out of memory; see the server's log"),
            Map.entry("53300", "has no connection left; raise the server's max_connections or lower connections"),
            Map.entry("55P03", "is being written by another host for longer than turnSeconds; see pg_locks"),
            Map.entry("25006", "may only be read; let url lead to the primary server"),
            Map.entry("25P03", "ended a transaction that was silent for too long; see why the host stood still"),
            Map.entry("22021", "cannot keep a text with the character U+0000; whoever sent it must leave it out"),
            Map.entry("58", "could not be read or written; check the server's disk"),
            Map.entry("XX", "is damaged; stop the hosts, keep the files, restore a dump"));

    private final PostgresOptions options;

    Trouble(PostgresOptions options) {
        this.options = options;
    }

    /** Nothing of the call was kept. */
    StoreException with(SQLException cause) {
        return new StoreException("the database %s %s".formatted(options, advice(cause)), cause);
    }

    /** Nobody knows whether the call was kept. */
    StoreException inDoubt(SQLException cause) {
        return new StoreException(
                ("the database %s went away during a commit and has not come back; what was being written is there whole or not"
                                + " at all, a repeat with the same key tells")
                        .formatted(options),
                cause);
    }

    private static String advice(SQLException cause) {
        String state = state(cause);
        String byClass = ADVICE.getOrDefault(
                state.substring(0, Math.min(2, state.length())),
                "could not be read or written (state " + state + "); nothing of the call was kept");
        return ADVICE.getOrDefault(state, byClass);
    }

    /** Was the connection lost, whatever was being done? */
    static boolean connectionLost(SQLException cause) {
        String state = state(cause);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** May the same be done again, since nothing of it was kept? */
    static boolean passes(SQLException cause) {
        return PASSING.contains(state(cause));
    }

    private static String state(SQLException cause) {
        String state = cause.getSQLState();
        return state == null ? "" : state;
    }
}
