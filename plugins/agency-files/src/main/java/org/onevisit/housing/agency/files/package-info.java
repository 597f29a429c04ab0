/** 核查: agencies that exchange files. */
package org.onevisit.housing.agency.files;
