/** 受理: an in-tray by which another system hands in applications. */
package org.onevisit.housing.intake.files;
