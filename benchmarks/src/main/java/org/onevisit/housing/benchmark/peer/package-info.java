/** Engines that a county could have picked instead, each in its lean configuration. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.peer;
