package org.onevisit.housing.policy.pack.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.policy.pack.source.Paths;

/**
 * A part of a pack, whose shape the schema has checked.
 *
 * @param node value
 * @param path where it is
 */
public record Part(JsonNode node, String path) {
    /** The whole of a pack. */
    public static Part whole(JsonNode tree) {
        return new Part(tree, "");
    }

    /** A part of this part; it may be missing. */
    public Part at(String key) {
        return new Part(node.path(key), Paths.child(path, key));
    }

    /** Is it there? */
    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Its text, or nothing written. */
    public String text() {
        return node.asText("");
    }

    /** The text of a child, or nothing written. */
    public String text(String key) {
        return at(key).text();
    }

    /** The text of a child, or a default. */
    public String text(String key, String otherwise) {
        return node.path(key).asText(otherwise);
    }

    /** The text of a child, if it is there. */
    public Optional<String> optional(String key) {
        return at(key).present() ? Optional.of(text(key)) : Optional.empty();
    }

    /** A yes of a child; no when it is missing. */
    public boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    /** The whole number of a child. */
    public int number(String key, int otherwise) {
        JsonNode child = node.path(key);
        return child.isObject() ? child.path("value").asInt(otherwise) : child.asInt(otherwise);
    }

    /** Its decimal number, plain or under {@code value}. */
    public BigDecimal decimal() {
        return node.isObject() ? node.path("value").decimalValue() : node.decimalValue();
    }

    /** The texts of a list. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** The members of a mapping, in order. */
    public Map<String, Part> each() {
        Map<String, Part> parts = new LinkedHashMap<>();
        node.properties().forEach(field -> parts.put(field.getKey(), at(field.getKey())));
        return parts;
    }

    /** The items of a list, in order. */
    public List<Part> items() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            parts.add(new Part(node.get(i), Paths.child(path, Integer.toString(i))));
        }
        return parts;
    }

    /** Its number of days with the unit. */
    public DayCount days() {
        return node.has("working")
                ? DayCount.working(node.path("working").asInt())
                : DayCount.calendar(node.path("calendar").asInt());
    }

    /** Has it no official source? */
    public boolean placeholder() {
        return node.path("placeholder").asBoolean(!node.has("source"));
    }
}
