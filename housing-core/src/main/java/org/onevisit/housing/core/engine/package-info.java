/** The one door: services for actors, views, the timed work, followers. The edge to the framework is {@link CoreComponent}. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.engine;
