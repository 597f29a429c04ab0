/** Measures what users wait for. Run by {@code benchmarks/run}; nothing here ships. */
package org.onevisit.housing.benchmark;
