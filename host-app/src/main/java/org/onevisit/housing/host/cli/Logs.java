package org.onevisit.housing.host.cli;

import org.onevisit.housing.host.config.DataFolder;
import org.slf4j.LoggerFactory;

/**
 * Where logs go. Only the command line decides it: who embeds the host has logs of their own. To be called before anything logs;
 * whoever sets {@code logback.configurationFile} has their way.
 */
final class Logs {
    private static final String CONFIGURATION = "logback.configurationFile";
    private static final String QUIET = "housing-quiet-logback.xml";

    private Logs() {}

    /** Warnings to standard error, and no more: for commands that print an answer. */
    static void quiet() {
        System.getProperties().putIfAbsent(CONFIGURATION, QUIET);
    }

    /** To the data folder and to standard error: for a host that runs. */
    static void into(DataFolder data) {
        System.setProperty("housing.logs", data.logs().toString());
        System.getProperties().replace(CONFIGURATION, QUIET, "housing-logback.xml");
        LoggerFactory.getILoggerFactory(); // set up now, by one thread; the host has many
    }
}
