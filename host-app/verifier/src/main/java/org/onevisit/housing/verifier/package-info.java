/** Checks a stored journal: chains, checkpoints, signatures. Written against {@code docs/journal-format.md}, with no class of the product. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.verifier;
