/** Questions the core asks agencies (部门核查). Implement {@link AgencyCheck}; everything else here is given to you. Nothing is null. */
@Version("1.0.0")
package org.onevisit.housing.spi.verification;

import org.osgi.annotation.versioning.Version;
