/**
 * Where applications are kept. Implement {@link ApplicationStore}. Content arrives sealed: the store sees clear columns for its
 * indexes and bytes it cannot read. Nothing is null. The package stays below 1.0.0 until a second store has passed its contract
 * tests.
 */
@Version("0.9.0")
package org.onevisit.housing.spi.store;

import org.osgi.annotation.versioning.Version;
