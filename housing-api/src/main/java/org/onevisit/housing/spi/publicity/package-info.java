/** What is shown in public (公示), for how long, masked how ({@link PublicityPolicy}), and where ({@link PublicityOutlet}). Nothing is null. */
@Version("1.0.0")
package org.onevisit.housing.spi.publicity;

import org.osgi.annotation.versioning.Version;
