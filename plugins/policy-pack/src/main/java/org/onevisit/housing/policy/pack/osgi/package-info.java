/** The edge towards the framework: the extender (ADR 0004). Nothing is null. */
package org.onevisit.housing.policy.pack.osgi;
