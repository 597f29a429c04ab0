/** The reference host: embed it, start it, operate it. */
package org.onevisit.housing.host;
