/**
 * What may come into the host: whether a jar is what an honest tool makes, whom its signature comes from, and what its code and its
 * headers would do to the core.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.host.trust;
