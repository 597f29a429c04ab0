/** Faulty plugins in a real host: what the operator sees, what happens to applications, and that the others go on. */
package org.onevisit.housing.host.fault;
