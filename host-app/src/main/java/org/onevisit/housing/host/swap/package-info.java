/**
 * Changes on a working day: a plan that says what a plugin or a pack would do, the change that executes exactly that plan, the return,
 * and the record of it all.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.host.swap;
