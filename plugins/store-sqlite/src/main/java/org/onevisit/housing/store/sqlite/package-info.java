/** The embedded store: one SQLite file, durable at every acknowledged step. */
package org.onevisit.housing.store.sqlite;
