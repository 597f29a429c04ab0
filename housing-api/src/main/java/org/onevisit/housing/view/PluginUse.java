package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who depends on a version of a plugin that serves now.
 *
 * @param stamp name and version, for example {@code org.x.tax@1.2.0}
 * @param checks codes of the checks that it supplies, ordered
 * @param open inquiries to them that are not answered
 * @param promised of these, those that the agency has promised for later; their tickets are kept
 * @param inside calls that are inside it now
 */
public record PluginUse(String stamp, List<String> checks, long open, long promised, int inside) {
    /** Copies the list. */
    public PluginUse {
        requireNonNull(stamp, "stamp");
        checks = List.copyOf(checks);
    }
}
