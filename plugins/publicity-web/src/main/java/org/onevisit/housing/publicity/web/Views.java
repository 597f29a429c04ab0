package org.onevisit.housing.publicity.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes this plugin's pages: the content of {@code <main>}, around which the host puts its layout. */
final class Views {
    private final PebbleEngine engine;

    Views() {
        ClasspathLoader loader = new ClasspathLoader(Views.class.getClassLoader());
        loader.setPrefix("org/onevisit/housing/publicity/web");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder().loader(loader).build();
    }

    /** Writes a page. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            String title,
            Map<String, ?> model)
            throws IOException {
        Texts texts = Texts.of(request);
        Map<String, Object> all = new HashMap<>(model);
        all.put("t", texts);
        all.put("csrf", request.getAttribute("org.onevisit.housing.csrf"));
        all.put("done", Optional.ofNullable(request.getParameter("done")).orElse(""));
        all.putIfAbsent("problem", null);
        request.setAttribute("org.onevisit.housing.page.title", title);
        response.setContentType("text/html;charset=UTF-8");
        engine.getTemplate(template).evaluate(response.getWriter(), all, texts.locale());
    }
}
