/** The pages of the host: the layout around every page, and the desks of reviewer, panel, supervisor and operator. */
package org.onevisit.housing.host.pages;
