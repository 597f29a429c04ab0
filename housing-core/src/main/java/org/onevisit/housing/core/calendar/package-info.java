/** Working days (工作日) by the State Council's yearly arrangement. Nothing is null. */
package org.onevisit.housing.core.calendar;
