/** Looking up and listing among very many applications. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.benchmark.scale;
