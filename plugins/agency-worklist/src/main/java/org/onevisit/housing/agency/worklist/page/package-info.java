/** The page on which an agency's officer answers inquiries. */
package org.onevisit.housing.agency.worklist.page;
