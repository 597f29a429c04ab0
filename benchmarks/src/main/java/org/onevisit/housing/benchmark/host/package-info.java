/** What a user waits for on the distribution as it ships. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.host;
