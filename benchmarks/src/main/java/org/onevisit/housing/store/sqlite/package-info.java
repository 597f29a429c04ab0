/** A door into the embedded store for benchmarks. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.store.sqlite;
