package org.onevisit.housing.publicity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the public pages say: Chinese, unless the browser prefers English. Used by templates as {@code t}. */
public final class Texts {
    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.onevisit.housing.publicity.web.messages",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts for whoever sent this request. */
    static Texts of(HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        boolean english =
                wanted != null && wanted.trim().toLowerCase(Locale.ROOT).startsWith("en");
        return new Texts(english ? Locale.ENGLISH : Locale.CHINA);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The text of a key; the key itself where there is none. */
    public String of(String key) {
        return bundle.containsKey(key) ? bundle.getString(key) : key;
    }

    /** The text of a key with an argument. */
    public String of(String key, Object argument) {
        return new MessageFormat(of(key), Locale.ROOT).format(new Object[] {argument});
    }

    /** The text of a key with two arguments. */
    public String of(String key, Object first, Object second) {
        return new MessageFormat(of(key), Locale.ROOT).format(new Object[] {first, second});
    }

    /** The text of {@code prefix.code}; the code itself where there is none. */
    public String named(String prefix, Object code) {
        String key = prefix + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code.toString();
    }
}
