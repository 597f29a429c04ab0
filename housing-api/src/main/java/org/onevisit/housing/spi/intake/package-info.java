/** How applications come in and how notices go back the same way (受理渠道). Implement {@link IntakeChannel}. Nothing is null. */
@Version("1.0.0")
package org.onevisit.housing.spi.intake;

import org.osgi.annotation.versioning.Version;
