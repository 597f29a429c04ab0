package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** What the pages say, in the reader's language: Chinese, unless the browser prefers English. Used by templates as {@code t}. */
public final class Texts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ResourceBundle bundle;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.onevisit.housing.host.pages.messages",
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

    /** The language, as HTML names it. */
    public String lang() {
        return locale.toLanguageTag();
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

    /** What a party of the duty ledger is called. */
    public String party(String code) {
        return code.startsWith("agency:") ? named("agency", code.substring("agency:".length())) : named("party", code);
    }

    /** What a limit is called. */
    public String limit(String code) {
        return code.startsWith("agency:") ? of("limit.agency", party(code)) : named("limit", code);
    }

    /** The value of a fact, with its unit. */
    public String value(String fact, String text) {
        return switch (FactKey.named(fact).map(FactKey::type).orElse(FactType.CODE)) {
            case MONEY -> of("unit.MONEY", text);
            case AREA -> of("unit.AREA", text);
            case MONTHS -> of("unit.MONTHS", text);
            case FLAG -> named("value", text);
            case COUNT, DATE, CODE -> text;
        };
    }

    /** A moment, as clocks in the county show it. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(WorkCalendar.ZONE));
    }

    /** The last day of a period that ends at this moment. */
    public LocalDate lastDay(Instant end) {
        return end.minusMillis(1).atZone(WorkCalendar.ZONE).toLocalDate();
    }

    /** A day in words. */
    public String longDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(of("format.day"), locale).format(day);
    }

    /** A day in words, with the day of the week. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern(of("format.weekday"), locale).format(day);
    }
}
