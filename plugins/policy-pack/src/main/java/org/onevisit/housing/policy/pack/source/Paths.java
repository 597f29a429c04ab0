package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Paths into a pack: keys joined by slashes, since a fact's name has dots in it. */
public final class Paths {
    private Paths() {}

    /** The path of a child. */
    public static String child(String path, String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    /** The path around this one; empty at the top. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last key. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The value at a path; a missing node when there is none. */
    public static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        if (path.isEmpty()) {
            return node;
        }
        for (String key : path.split("/")) {
            node = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
        }
        return node;
    }

    /** What a map holds for a path or the nearest one around it. */
    static <T> Optional<T> nearest(Map<String, T> map, String path) {
        for (String p = path; ; p = parent(p)) {
            T found = map.get(p);
            if (found != null) {
                return Optional.of(found);
            }
            if (p.isEmpty()) {
                return Optional.empty();
            }
        }
    }
}
