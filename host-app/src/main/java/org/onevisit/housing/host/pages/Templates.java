package org.onevisit.housing.host.pages;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The templates of the host's pages. For every thread. */
final class Templates {
    /** The one set: templates never change at run time. */
    static final Templates SHARED = new Templates();

    private final PebbleEngine engine;

    private Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("org/onevisit/housing/host/pages");
        loader.setSuffix(".peb");
        engine =
                new PebbleEngine.Builder().loader(loader).newLineTrimming(false).build();
    }

    /** Fills a template in. */
    String render(String template, Texts texts, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("t", texts);
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, all, texts.locale());
        } catch (IOException e) {
            throw new UncheckedIOException("template " + template + " cannot be read", e);
        }
        return out.toString();
    }
}
