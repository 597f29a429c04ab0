/** Felix inside this JVM: what it is given, what is installed in it, how it starts and stops. */
package org.onevisit.housing.host.framework;
