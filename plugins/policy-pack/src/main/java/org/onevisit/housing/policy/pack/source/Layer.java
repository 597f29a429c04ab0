package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One file's share of an edition, before it is merged with what it extends.
 *
 * @param file what errors call the file
 * @param tree its values
 * @param lines line of each value, by path
 */
public record Layer(String file, ObjectNode tree, Map<String, Integer> lines) {
    /** Name of the pack. */
    public String pack() {
        return tree.path("pack").asText("");
    }

    /** Edition of the pack. */
    public String version() {
        return tree.path("edition").asText("");
    }

    /** The pack below, if it extends one: {@code name} or {@code name@edition}. */
    public Optional<String> below() {
        return Optional.ofNullable(tree.get("extends")).map(node -> node.asText(""));
    }

    /** Is it a county's, and not only a base for others? */
    public boolean isCounty() {
        return !tree.path("abstract").asBoolean(false);
    }

    /** Pack and edition. */
    public String id() {
        return version().isEmpty() ? pack() : pack() + "@" + version();
    }

    /** Where a path stands. */
    public Origin origin(String path) {
        return new Origin(file, pack(), Paths.nearest(lines, path).orElse(1));
    }
}
