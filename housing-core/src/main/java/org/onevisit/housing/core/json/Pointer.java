package org.onevisit.housing.core.json;

import java.util.Set;

/** Writes places in a JSON text as RFC 6901 lays down, fit for a screen and a log. */
public final class Pointer {
    /** So many characters of a name are shown. */
    public static final int LONGEST_NAME = 40;

    private static final Set<Integer> UNPRINTABLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private Pointer() {}

    /** The place of a field or a list's entry. */
    public static String child(String parent, String name) {
        return parent + "/" + readable(name).replace("~", "~0").replace("/", "~1");
    }

    /** The first {@value #LONGEST_NAME} characters; what cannot be printed becomes its code, for example {@code \u0007}. */
    static String readable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().limit(LONGEST_NAME).forEach(c -> {
            if (UNPRINTABLE.contains(Character.getType(c))) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
