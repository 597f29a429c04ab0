/** 核查: agencies without an interface, whose officer answers on a page. */
package org.onevisit.housing.agency.worklist;
