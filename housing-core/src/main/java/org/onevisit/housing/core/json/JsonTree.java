package org.onevisit.housing.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.json.JsonValue.Type;

/** Reads a JSON text into values that know their place. Strict: nothing beyond RFC 8259, and nothing after the value. */
public final class JsonTree {
    /** So deep may values nest. */
    public static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private int position;

    private JsonTree() {}

    /**
     * Reads a text; a byte-order mark before it is passed over.
     *
     * @throws NotJsonException with line and column
     */
    public static JsonValue parse(String text) {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                throw at(parser.currentLocation(), false);
            }
            JsonValue root = new JsonTree().read(parser, null, "");
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), false);
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw at(e.getLocation(), true);
        } catch (JsonProcessingException e) {
            throw at(e.getLocation(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: the text is in memory
        }
    }

    private JsonValue read(JsonParser parser, @Nullable JsonValue parent, String token) throws IOException {
        Type type = typeOf(parser.currentToken());
        String text = type == Type.OBJECT || type == Type.LIST || type == Type.NULL ? "" : parser.getText();
        JsonValue value = new JsonValue(type, text, parent, token, position++);
        if (type == Type.OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                value.add(read(parser, value, name));
            }
        } else if (type == Type.LIST) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value.add(read(parser, value, String.valueOf(value.items().size())));
            }
        }
        return value;
    }

    private static Type typeOf(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Type.OBJECT;
            case START_ARRAY -> Type.LIST;
            case VALUE_STRING -> Type.TEXT;
            case VALUE_TRUE, VALUE_FALSE -> Type.FLAG;
            case VALUE_NULL -> Type.NULL;
            default -> Type.NUMBER;
        };
    }

    private static NotJsonException at(@Nullable JsonLocation place, boolean tooDeep) {
        return place == null
                ? new NotJsonException(1, 1, tooDeep)
                : new NotJsonException(place.getLineNr(), place.getColumnNr(), tooDeep);
    }
}
