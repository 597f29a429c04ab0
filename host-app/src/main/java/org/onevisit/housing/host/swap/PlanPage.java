package org.onevisit.housing.host.swap;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeChange.Treatment;

/** A plan and a record as pages that can be printed and kept; each stands for itself. */
final class PlanPage {
    private static final PebbleEngine ENGINE = engine();

    private PlanPage() {}

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(PlanPage.class.getClassLoader());
        loader.setPrefix("org/onevisit/housing/host/swap");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder().loader(loader).build();
    }

    static String plan(Plan plan, Locale locale) {
        return rendered("plan", Map.of("plan", plan), locale);
    }

    static String record(SwapRecord swap, Locale locale) {
        return rendered("record", Map.of("swap", swap, "plan", swap.plan()), locale);
    }

    private static String rendered(String template, Map<String, Object> model, Locale locale) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("t", texts(locale));
        all.put("groups", List.of(Group.values()));
        all.put("kinds", List.of(Kind.values()));
        all.put("treatments", List.of(Treatment.values()));
        StringWriter out = new StringWriter();
        try {
            ENGINE.getTemplate(template).evaluate(out, all, locale);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + template + " cannot be read", e);
        }
        return out.toString();
    }

    /** The texts by key. */
    static Map<String, String> texts(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.onevisit.housing.host.swap.messages",
                locale,
                PlanPage.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key.replace('.', '_'), bundle.getString(key)));
        return texts;
    }
}
