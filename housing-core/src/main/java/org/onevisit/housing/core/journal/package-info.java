/**
 * The journal: events as sealed, chained rows, and the state as a sealed row. Format in {@code docs/journal-format.md}. Keys: one
 * for each dossier, wrapped by the county's key, which lives in a file of its own.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.journal;
