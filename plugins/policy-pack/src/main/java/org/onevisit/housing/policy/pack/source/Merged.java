package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All layers of an edition as one tree.
 *
 * @param tree values, the county's over those below
 * @param layers pack and edition of each layer, the lowest first
 * @param origins where each value comes from, by path; empty when restored from content
 */
public record Merged(ObjectNode tree, List<String> layers, Map<String, Origin> origins) {
    private static final String FORMAT = "housing-pack/1";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Copies the lists. */
    public Merged {
        layers = List.copyOf(layers);
        origins = Map.copyOf(origins);
    }

    /**
     * The same values back from their content.
     *
     * @throws IllegalArgumentException if the content was not made by {@link #content()}
     */
    public static Merged from(byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            if (!FORMAT.equals(root.path("format").asText()) || !(root.get("pack") instanceof ObjectNode pack)) {
                throw new IllegalArgumentException("not the content of a pack: format " + FORMAT + " was expected");
            }
            List<String> layers = new ArrayList<>();
            root.path("layers").forEach(layer -> layers.add(layer.asText()));
            return new Merged(pack, layers, Map.of());
        } catch (IOException e) {
            throw new IllegalArgumentException("not the content of a pack: JSON was expected", e);
        }
    }

    /** The values and the layers' names as bytes; the same for the same values, whatever the layout of the files. */
    public byte[] content() {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        layers.forEach(root.putArray("layers")::add);
        root.set("pack", tree);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /** Where a path, or the nearest thing around it, stands. */
    public Origin origin(String path) {
        return Paths.nearest(origins, path).orElse(new Origin(String.join(" < ", layers), "", 0));
    }
}
