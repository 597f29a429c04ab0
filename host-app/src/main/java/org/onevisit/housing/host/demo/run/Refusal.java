package org.onevisit.housing.host.demo.run;

/**
 * A command that the engine refused although the driver thought that it stands.
 *
 * @param course which household and application
 * @param message what the engine said
 */
public record Refusal(String course, String message) {}
