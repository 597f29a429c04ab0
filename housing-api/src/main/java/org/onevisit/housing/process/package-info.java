/**
 * The words of the process: stages and steps, who acts and in which role, what can be done to an application, and what can go wrong.
 * Values are immutable; nothing is null.
 */
@Version("1.0.0")
package org.onevisit.housing.process;

import org.osgi.annotation.versioning.Version;
