package org.onevisit.housing.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a JSON text, with its place. Immutable once it was read. */
public final class JsonValue {
    private final Type type;
    private final String text;
    private final @Nullable JsonValue parent;
    private final String token;
    private final int position;
    private final List<JsonValue> items = new ArrayList<>();
    private final Map<String, JsonValue> fields = new LinkedHashMap<>();
    private final List<JsonValue> repeated = new ArrayList<>();

    JsonValue(Type type, String text, @Nullable JsonValue parent, String token, int position) {
        this.type = type;
        this.text = text;
        this.parent = parent;
        this.token = token;
        this.position = position;
    }

    /** What a value is. */
    public enum Type {
        /** Fields by name. */
        OBJECT,
        /** Values in order. */
        LIST,
        /** Characters. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** The word null. */
        NULL
    }

    void add(JsonValue child) {
        if (type == Type.LIST) {
            items.add(child);
        } else if (fields.putIfAbsent(child.token, child) != null) {
            repeated.add(child);
        }
    }

    /** What it is. */
    public Type type() {
        return type;
    }

    /** The characters of a text; of a number or a flag as it was written; empty for the others. */
    public String text() {
        return text;
    }

    /** The values of a list. */
    public List<JsonValue> items() {
        return Collections.unmodifiableList(items);
    }

    /** The fields of an object, in the order of the document; of a repeated field the first. */
    public Map<String, JsonValue> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The field with this name, if there is one. */
    public Optional<JsonValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Fields of an object whose name stood there before. */
    public List<JsonValue> repeated() {
        return Collections.unmodifiableList(repeated);
    }

    /** Name of the field, or number in the list. */
    public String token() {
        return token;
    }

    /** Which value of the document this is, in the order in which they begin. */
    public int position() {
        return position;
    }

    /** Where it is (RFC 6901); a long or unprintable name is shortened, see {@link Pointer}. */
    public String pointer() {
        return parent == null ? "" : Pointer.child(parent.pointer(), token);
    }

    /** Names the place only. */
    @Override
    public String toString() {
        return type + " at " + pointer();
    }
}
