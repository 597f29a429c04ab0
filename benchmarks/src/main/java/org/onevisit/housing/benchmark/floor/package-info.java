/** The same work by bare JDBC: what no engine can go below. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.floor;
