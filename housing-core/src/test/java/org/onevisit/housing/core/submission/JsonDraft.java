package org.onevisit.housing.core.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A JSON text in the making, for tests: objects may repeat a field, and the same values are written in one of many ways (order
 * of fields, blanks, escapes). A value is a {@link String}, an {@link Obj}, a {@link List}, or {@link Raw} JSON.
 */
final class JsonDraft {
    private JsonDraft() {}

    /** An object; {@link #repeated} fields are written once more, after the others. */
    static final class Obj extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;
        final transient Map<String, Object> repeated = new LinkedHashMap<>();

        Obj with(String name, Object value) {
            put(name, value);
            return this;
        }

        /** The object in a field, or an empty one where there is none (any more). */
        Obj obj(String name) {
            return get(name) instanceof Obj object ? object : new Obj();
        }

        /** The list in a field, or an empty one where there is none (any more). */
        @SuppressWarnings("unchecked")
        List<Object> list(String name) {
            return get(name) instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
        }

        /** The text in a field, or an empty one where there is none (any more). */
        String text(String name) {
            return get(name) instanceof String text ? text : "";
        }
    }

    /** JSON that is written as it stands. */
    record Raw(String json) {}

    static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }

    /** Writes the value in a way that {@code random} picks. */
    static String write(Object value, Random random) {
        StringBuilder out = new StringBuilder();
        write(value, random, random.nextInt(3), out);
        return random.nextInt(20) == 0 ? "\uFEFF" + out : out.toString();
    }

    private static void write(Object value, Random random, int style, StringBuilder out) {
        blank(random, style, out);
        if (value instanceof Obj object) {
            List<Map.Entry<String, Object>> fields = new ArrayList<>(object.entrySet());
            if (style > 0) {
                Collections.shuffle(fields, random);
            }
            fields.addAll(object.repeated.entrySet());
            String between = "{";
            out.append(fields.isEmpty() ? "{" : "");
            for (Map.Entry<String, Object> field : fields) {
                out.append(between);
                blank(random, style, out);
                quote(field.getKey(), random, style, out);
                blank(random, style, out);
                out.append(':');
                write(field.getValue(), random, style, out);
                between = ",";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            String between = "";
            out.append('[');
            for (Object item : list) {
                out.append(between);
                write(item, random, style, out);
                between = ",";
            }
            out.append(']');
        } else if (value instanceof Raw raw) {
            out.append(raw.json());
        } else {
            quote((String) value, random, style, out);
        }
        blank(random, style, out);
    }

    private static void blank(Random random, int style, StringBuilder out) {
        if (style == 2) {
            out.append(List.of("", " ", "\n", "\r\n", "\t").get(random.nextInt(5)));
        }
    }

    private static void quote(String text, Random random, int style, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            boolean must = c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
            if (must || style == 2 && random.nextInt(30) == 0) {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
