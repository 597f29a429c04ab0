/** The demo: invented households go through everything, at a virtual pace, and the run checks itself. */
package org.onevisit.housing.host.demo;
