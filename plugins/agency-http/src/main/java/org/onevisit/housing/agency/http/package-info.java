/** 核查: agencies that speak JSON over HTTP. */
package org.onevisit.housing.agency.http;
