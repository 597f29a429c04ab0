/** A door into the engine for benchmarks: beside its classes, because nothing is exported. */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.engine;
