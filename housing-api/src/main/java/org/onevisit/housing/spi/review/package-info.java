/** How an award is reviewed each year (年审). Implement {@link AnnualReviewPolicy}; a pack's edition does. Pure; nothing is null. */
@Version("1.0.0")
package org.onevisit.housing.spi.review;

import org.osgi.annotation.versioning.Version;
