/** The data folder: what lies where, who holds it, and the configuration in it. */
package org.onevisit.housing.host.config;
