package org.onevisit.housing.exchange;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of a package, from its {@code messages.properties} and {@code messages_zh.properties}. Safe for every thread. */
public final class Texts {
    private final ResourceBundle chinese;
    private final ResourceBundle english;

    private Texts(ResourceBundle chinese, ResourceBundle english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The texts beside a class. */
    public static Texts beside(Class<?> home) {
        return new Texts(bundle(home, Locale.CHINA), bundle(home, Locale.ENGLISH));
    }

    private static ResourceBundle bundle(Class<?> home, Locale locale) {
        return ResourceBundle.getBundle(
                home.getPackageName() + ".messages",
                locale,
                home.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key with its arguments. */
    public Text of(String key, Object... arguments) {
        return new Text(filled(chinese, key, arguments), filled(english, key, arguments));
    }

    private static String filled(ResourceBundle bundle, String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
