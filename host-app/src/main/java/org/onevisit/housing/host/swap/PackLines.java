package org.onevisit.housing.host.swap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.host.swap.Plan.Line;

/** What differs between the texts of two editions, value by value; comments and layout do not count. */
final class PackLines {
    private static final YAMLFactory YAML = new YAMLFactory();

    private PackLines() {}

    private record Value(int line, String text) {}

    /** One step down a text: a field with its name, or a list with the place reached. */
    private static final class Level {
        private final boolean list;
        private String name = "";
        private int place = -1;

        Level(boolean list) {
            this.list = list;
        }

        String step() {
            return list ? Integer.toString(place) : name;
        }
    }

    /** Every value that is not the same, in the order of the new text, then what is gone. */
    static List<Line> between(byte[] before, byte[] after) throws IOException {
        Map<String, Value> old = values(before);
        Map<String, Value> now = values(after);
        List<Line> lines = new ArrayList<>();
        now.forEach((path, value) -> {
            Value was = old.get(path);
            if (was == null || !was.text().equals(value.text())) {
                lines.add(new Line(value.line(), path, was == null ? "" : was.text(), value.text()));
            }
        });
        old.forEach((path, value) -> {
            if (!now.containsKey(path)) {
                lines.add(new Line(0, path, value.text(), ""));
            }
        });
        return lines;
    }

    private static Map<String, Value> values(byte[] text) throws IOException {
        Map<String, Value> values = new LinkedHashMap<>();
        Deque<Level> levels = new ArrayDeque<>();
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                read(parser, token, levels, values);
            }
        }
        return values;
    }

    private static void read(JsonParser parser, JsonToken token, Deque<Level> levels, Map<String, Value> values)
            throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            levels.element().name = parser.currentName();
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            levels.pop();
        } else {
            if (!levels.isEmpty() && levels.element().list) {
                levels.element().place++;
            }
            if (token.isScalarValue()) {
                values.put(path(levels), new Value(parser.currentTokenLocation().getLineNr(), parser.getText()));
            } else {
                levels.push(new Level(token == JsonToken.START_ARRAY));
            }
        }
    }

    private static String path(Deque<Level> levels) {
        List<String> steps = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> steps.add(level.step()));
        return String.join(".", steps);
    }
}
