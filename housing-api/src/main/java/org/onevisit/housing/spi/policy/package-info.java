/**
 * A county's rules (政策包) as the core asks for them: which edition is in force, how the process runs, who is eligible, how much
 * is paid. Implement {@link PolicySource}. All of it is pure: the same question has the same answer, at any time, on any thread.
 * Nothing is null.
 */
@Version("1.0.0")
package org.onevisit.housing.spi.policy;

import org.osgi.annotation.versioning.Version;
