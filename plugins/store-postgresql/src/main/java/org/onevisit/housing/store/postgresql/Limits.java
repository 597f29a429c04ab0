package org.onevisit.housing.store.postgresql;

import java.time.Duration;

/**
 * How many connections a host has, and how long it waits.
 *
 * @param connections at most so many beside the one that writes groups, 1 to 100
 * @param connect for a connection, and for the server to come back when it went away during a commit; whole seconds
 * @param answer for an answer of the server; whole seconds, longer than {@code turn}
 * @param turn for the turn to write, while another host is writing; whole seconds
 */
public record Limits(int connections, Duration connect, Duration answer, Duration turn) {
    /** What is good for most. */
    public static final Limits USUAL =
            new Limits(8, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** Checks the ranges. */
    public Limits {
        if (connections < 1 || connections > 100) {
            throw new IllegalArgumentException("connections is " + connections + "; expected 1 to 100");
        }
        requireSeconds("connectSeconds", connect);
        requireSeconds("answerSeconds", answer);
        requireSeconds("turnSeconds", turn);
        if (answer.compareTo(turn) <= 0) {
            throw new IllegalArgumentException(
                    "answerSeconds is not above turnSeconds; a wait for the turn would be cut");
        }
    }

    private static void requireSeconds(String name, Duration wait) {
        if (wait.compareTo(Duration.ofSeconds(1)) < 0 || wait.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " is " + wait.toSeconds() + "; expected 1 to 3600");
        }
    }
}
