package org.onevisit.housing.host.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of one component, as it was read.
 *
 * @param pid whose configuration it is, with {@code ~name} for one of several
 * @param source file that it came from, or {@code program}
 * @param values strings, whole numbers, booleans and arrays of strings
 * @param places where each value stands, for example {@code line 3, column 5}
 */
public record ConfigFile(String pid, String source, Map<String, Object> values, Map<String, String> places) {
    private static final String SUFFIX = ".json";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Copies the maps. */
    public ConfigFile {
        values = Map.copyOf(values);
        places = Map.copyOf(places);
    }

    /** Configuration that a program gave. */
    public static ConfigFile given(String pid, Map<String, ?> values) {
        return new ConfigFile(pid, "program", Map.copyOf(values), Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException when it is no flat JSON object, with the place of the first mistake
     */
    public static ConfigFile read(Path file) {
        String name = file.getFileName().toString();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(Files.readString(file))) {
            expect(name, parser, parser.nextToken(), JsonToken.START_OBJECT, "a JSON object, { ... }");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                places.put(key, place(parser.currentTokenLocation()));
                parser.nextToken();
                values.put(key, value(name, parser));
            }
            if (parser.nextToken() != null) {
                throw wrong(name, parser.currentTokenLocation(), "nothing is expected after the object");
            }
        } catch (JsonProcessingException e) {
            throw wrong(name, e.getLocation(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new ConfigException(List.of("%s cannot be read: %s".formatted(name, e.getMessage())));
        }
        return new ConfigFile(name.substring(0, name.length() - SUFFIX.length()), name, values, places);
    }

    private static Object value(String name, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case START_ARRAY -> texts(name, parser);
            default ->
                throw wrong(
                        name,
                        parser.currentTokenLocation(),
                        "a string, a whole number, true, false or an array of strings is expected");
        };
    }

    private static String[] texts(String name, JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(name, parser, parser.currentToken(), JsonToken.VALUE_STRING, "a string in the array");
            texts.add(parser.getText());
        }
        return texts.toArray(String[]::new);
    }

    private static void expect(String name, JsonParser parser, JsonToken token, JsonToken wanted, String what) {
        if (token != wanted) {
            throw wrong(name, parser.currentTokenLocation(), what + " is expected");
        }
    }

    private static ConfigException wrong(String name, JsonLocation location, String what) {
        return new ConfigException(List.of("%s, %s: %s".formatted(name, place(location), what)));
    }

    private static String place(JsonLocation location) {
        return location == null
                ? "somewhere"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Where a value stands, for a message. */
    public String where(String key) {
        String place = places.get(key);
        return place == null ? source : source + ", " + place;
    }
}
