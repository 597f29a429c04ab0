/** What stands in for a core and plugins in tests of the host; packed into bundles on the fly. */
package org.onevisit.housing.host.fake;
