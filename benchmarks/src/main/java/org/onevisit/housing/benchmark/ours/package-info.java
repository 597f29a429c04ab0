/** The product's engine, over a store that is chosen. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.ours;
