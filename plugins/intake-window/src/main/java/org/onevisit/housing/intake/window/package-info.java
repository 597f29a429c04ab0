/** 受理窗口: the clerk's pages of the citywide and community windows. */
package org.onevisit.housing.intake.window;
