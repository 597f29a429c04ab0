/** In-trays: a plugin or pack laid into a folder is checked, copied, installed and answered. */
package org.onevisit.housing.host.tray;
