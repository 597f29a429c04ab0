/**
 * Judging and computing: expressions in three values, categories, amounts, reviews, notices. Everything is compiled once per
 * edition, immutable, and may be asked from any thread. Nothing is null.
 */
package org.onevisit.housing.policy.pack.rule;
