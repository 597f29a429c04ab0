/** The web side: the HTTP server, who is signed in, health, figures. Other packages mount their servlets through {@link WebModule}. */
package org.onevisit.housing.host.http;
