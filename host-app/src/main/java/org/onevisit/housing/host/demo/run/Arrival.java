package org.onevisit.housing.host.demo.run;

import org.onevisit.housing.host.demo.people.Submission;

/**
 * A household that comes.
 *
 * @param submission what it hands in
 * @param script what will happen to it
 */
record Arrival(Submission submission, Script script) {}
