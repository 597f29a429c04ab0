/**
 * The one door to the approval of applications: commands in, views out. Start with {@link HousingEngine}; each actor gets a door of
 * their own, and the core checks role and scope, whoever calls. All of it is implemented by the core and safe for every thread.
 * Nothing is null. What goes wrong is a {@link org.onevisit.housing.process.HousingException} with code, blame and cure.
 */
@Version("1.0.0")
package org.onevisit.housing.engine;

import org.osgi.annotation.versioning.Version;
