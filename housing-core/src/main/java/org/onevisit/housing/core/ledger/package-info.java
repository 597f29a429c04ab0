/**
 * Checkpoints: signed statements of how far the journal stood, each chained to the one before. Who can write the store but has no
 * signing key cannot change what a checkpoint covers without being found. Format in {@code docs/journal-format.md}.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.ledger;
