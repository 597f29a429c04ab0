/** A door into the store for PostgreSQL for benchmarks. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.store.postgresql;
