/** The flow as a table: every step, trigger and who may pull it. Nothing here knows time, threads or storage. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.flow;
