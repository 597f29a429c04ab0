/**
 * What is shown of applications, awards and days. Made by the core for one actor, immutable, nothing is null. A view holds only what
 * that actor may see; journal entries hold no personal data at all.
 */
@Version("1.0.0")
package org.onevisit.housing.view;

import org.osgi.annotation.versioning.Version;
