/** Invented households: numbers of an unassigned area, names that nobody has. */
package org.onevisit.housing.host.demo.people;
