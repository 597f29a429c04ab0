/** Which days are worked (工作日), and when a period ends. Implement {@link WorkCalendar} for a county's own days off. Nothing is null. */
@Version("1.0.0")
package org.onevisit.housing.spi.calendar;

import org.osgi.annotation.versioning.Version;
