package org.onevisit.housing.host;

import java.util.List;
import java.util.function.Supplier;
import org.onevisit.housing.host.framework.NestedBundle;

/** Which bundles a host starts with; another choice than all is for tests. */
@FunctionalInterface
interface BundleChoice extends Supplier<List<NestedBundle>> {
    /** Everything that travels inside the host. */
    BundleChoice ALL = NestedBundle::all;
}
