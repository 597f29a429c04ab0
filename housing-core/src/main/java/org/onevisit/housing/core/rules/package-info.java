/**
 * The rules of the process: {@code decide(state, order, setting) → events}. Pure: time, calendar, pack and identities come in as
 * arguments.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.rules;
