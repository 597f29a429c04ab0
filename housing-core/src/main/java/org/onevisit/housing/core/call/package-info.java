/**
 * Calls to plugins: agencies are asked in parallel, bounded and patiently; notices are posted. What is still to be done is in the store;
 * a crash or a swap only postpones.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.call;
