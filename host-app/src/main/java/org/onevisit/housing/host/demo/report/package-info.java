/** What a run of the demo came to, checked and counted. */
package org.onevisit.housing.host.demo.report;
