package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays layers over one another: mappings are merged key by key, anything else is replaced, {@code null} takes a key away. What a
 * layer locks, those above may only repeat or, for a number of days, shorten.
 */
final class Merge {
    private static final List<String> ABOUT_THE_FILE = List.of("abstract", "extends", "locked");

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final Map<String, Origin> origins = new HashMap<>();
    private final List<String> locked = new ArrayList<>();
    private final List<PackError> errors = new ArrayList<>();

    private Merge() {}

    /**
     * Merges layers.
     *
     * @param layers the lowest first
     * @throws PackException if a locked value is loosened
     */
    static Merged of(List<Layer> layers) {
        Merge merge = new Merge();
        layers.forEach(merge::lay);
        if (!merge.errors.isEmpty()) {
            throw new PackException(merge.errors);
        }
        return new Merged(merge.tree, layers.stream().map(Layer::id).toList(), merge.origins);
    }

    private void lay(Layer layer) {
        origins.put("", layer.origin(""));
        layer.tree().properties().forEach(field -> {
            if (!ABOUT_THE_FILE.contains(field.getKey())) {
                lay(layer, tree, field.getKey(), field.getKey(), field.getValue());
            }
        });
        layer.tree().path("locked").forEach(path -> lock(layer, path.asText()));
    }

    private void lock(Layer layer, String path) {
        if (Paths.at(tree, path).isMissingNode()) {
            errors.add(new PackError(
                    PackError.Severity.ERROR,
                    layer.origin("locked"),
                    "locked",
                    "paths that are there, as limits/intake; nothing is at " + path,
                    "correct the path"));
        }
        locked.add(path);
    }

    private void lay(Layer layer, ObjectNode under, String key, String path, JsonNode value) {
        JsonNode old = under.get(key);
        if (value instanceof ObjectNode object && old instanceof ObjectNode below && !isDays(object)) {
            object.properties()
                    .forEach(f -> lay(layer, below, f.getKey(), Paths.child(path, f.getKey()), f.getValue()));
            origins.put(path, layer.origin(path));
            return;
        }
        guard(layer, path, old, value);
        origins.keySet().removeIf(p -> p.startsWith(path + "/"));
        if (value.isNull()) {
            under.remove(key);
        } else {
            under.set(key, value.deepCopy());
            note(layer, path, value);
        }
    }

    private void note(Layer layer, String path, JsonNode value) {
        origins.put(path, layer.origin(path));
        if (value.isObject()) {
            value.properties().forEach(f -> note(layer, Paths.child(path, f.getKey()), f.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                note(layer, Paths.child(path, Integer.toString(i)), value.get(i));
            }
        }
    }

    private void guard(Layer layer, String path, JsonNode old, JsonNode value) {
        for (String lock : locked) {
            boolean inside = (path + "/").startsWith(lock + "/");
            boolean around = (lock + "/").startsWith(path + "/");
            if ((inside || around) && !allowed(path, old, value)) {
                String where = inside ? path : lock;
                errors.add(new PackError(
                        PackError.Severity.ERROR,
                        layer.origin(path),
                        where,
                        "locked by " + origins.getOrDefault(lock, new Origin("a layer below", "", 0))
                                + " to what stands there",
                        "take the line out, or write a shorter limit of the same unit"));
                return;
            }
        }
    }

    private static boolean allowed(String path, JsonNode old, JsonNode value) {
        if (value.equals(old)) {
            return true;
        }
        if (old instanceof ObjectNode below && value instanceof ObjectNode above && isDays(below) && isDays(above)) {
            String unit = below.has("working") ? "working" : "calendar";
            return above.has(unit)
                    && above.get(unit).decimalValue().compareTo(below.get(unit).decimalValue()) <= 0;
        }
        return List.of("source", "basis", "note").contains(Paths.last(path));
    }

    private static boolean isDays(ObjectNode node) {
        return node.has("working") || node.has("calendar");
    }
}
