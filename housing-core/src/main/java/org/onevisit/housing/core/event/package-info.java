/**
 * What can happen to an application. An event says what changes; the flow table says where it leads. State is the fold of events
 * ({@link org.onevisit.housing.core.event.Fold}). The list of types is {@link org.onevisit.housing.core.event.EventTypes}; a name in it
 * is never used for anything else.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.event;
