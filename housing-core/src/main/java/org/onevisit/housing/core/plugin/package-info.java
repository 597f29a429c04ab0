/**
 * Plugins are borrowed for one call and never kept. A plugin that leaves waits for the calls inside; one that ignores the interrupt is
 * abandoned and counted.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.plugin;
