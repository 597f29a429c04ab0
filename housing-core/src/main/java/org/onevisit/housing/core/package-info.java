/** The engine: pure rules inside, threads and storage at the edge. */
package org.onevisit.housing.core;
