package org.onevisit.housing.host.cli;

import org.onevisit.housing.host.config.DataFolder;

/**
 * Sends logs to the data folder and to standard error. Only the command line does so: who embeds the host has logs of their own. To
 * be called before anything logs.
 */
final class Logs {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    static void into(DataFolder data) {
        System.setProperty("housing.logs", data.logs().toString());
        System.getProperties().putIfAbsent(CONFIGURATION, "housing-logback.xml");
    }
}
