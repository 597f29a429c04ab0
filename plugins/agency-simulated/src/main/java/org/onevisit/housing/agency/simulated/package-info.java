/** 核查: simulated agencies with scripted answers, delays and faults. */
package org.onevisit.housing.agency.simulated;
