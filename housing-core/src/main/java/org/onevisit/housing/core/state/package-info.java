/**
 * What is known of one application at one moment, as immutable values: a fold over its events. Nothing here reads a clock, takes a lock
 * or touches storage.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.state;
