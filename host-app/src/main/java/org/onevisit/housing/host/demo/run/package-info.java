/** A run of the demo: one thread, a virtual clock, and everybody at their desks. */
package org.onevisit.housing.host.demo.run;
