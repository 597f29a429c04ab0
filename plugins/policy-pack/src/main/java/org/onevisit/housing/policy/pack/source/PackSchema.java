package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** The shape of a pack: {@code pack.schema.json} beside this class. For any thread. */
public final class PackSchema {
    private static final String RESOURCE = "pack.schema.json";

    private final JsonSchema layer;
    private final JsonSchema edition;

    /** Reads the schema. */
    public PackSchema() {
        try (InputStream stream = PackSchema.class.getResourceAsStream(RESOURCE)) {
            JsonNode schema = new ObjectMapper().readTree(Objects.requireNonNull(stream, RESOURCE));
            ObjectNode whole = schema.deepCopy();
            whole.set("required", schema.at("/$defs/edition/required"));
            JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            SchemaValidatorsConfig english =
                    SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
            layer = factory.getSchema(schema, english);
            edition = factory.getSchema(whole, english);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema inside the bundle cannot be read", e);
        }
    }

    /** Checks a layer by itself: only its name and edition must be there, since a pack above may write the rest. */
    public void checkLayer(JsonNode tree, Problems problems) {
        layer.validate(tree).stream()
                .filter(message -> !message.getType().equals("required")
                        || message.getInstanceLocation().getNameCount() == 0)
                .forEach(message -> report(message, problems));
    }

    /** Checks an edition whose layers are merged: everything must be there. */
    public void checkEdition(JsonNode tree, Problems problems) {
        edition.validate(tree).forEach(message -> report(message, problems));
    }

    private static void report(ValidationMessage message, Problems problems) {
        String path = path(message);
        String key = message.getProperty();
        switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties" ->
                problems.error(
                        Paths.child(path, key), "one of the keys of the schema", "check the spelling, or take it out");
            case "required" -> problems.error(path, "the key '" + key + "'", "write it, or extend a pack that has it");
            case "enum" -> problems.error(path, "one of " + message.getSchemaNode(), "write one of them as it stands");
            default -> problems.error(path, expected(message), "write what the schema describes (pack.schema.json)");
        }
    }

    private static String expected(ValidationMessage message) {
        String text = message.getMessage();
        return text.substring(text.indexOf(':') + 1).strip();
    }

    private static String path(ValidationMessage message) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
            path.append(i == 0 ? "" : "/").append(message.getInstanceLocation().getElement(i));
        }
        return path.toString();
    }
}
