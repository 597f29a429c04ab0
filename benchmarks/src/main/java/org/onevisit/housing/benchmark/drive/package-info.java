/** Runs one engine in a process of its own, with so many clients, and one process after another. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.drive;
