/** Databases for the engines: what a commit survives is set, and read back. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.store;
