/** The work that every engine does, step by step, and how long each step took. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.work;
