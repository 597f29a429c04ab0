/** The figures as a page, with charts. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.report;
