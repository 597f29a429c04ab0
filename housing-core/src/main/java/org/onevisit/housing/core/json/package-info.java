/** JSON with the place of each value, so that an error can point at it. Nothing is null. */
package org.onevisit.housing.core.json;
