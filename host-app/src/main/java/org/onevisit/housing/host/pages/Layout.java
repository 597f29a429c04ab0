package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** What stands around every page: head, banners, navigation, who is signed in. */
final class Layout {
    private final WebSite site;
    private final Templates templates;
    private volatile String county = "";

    Layout(WebSite site, Templates templates) {
        this.site = site;
        this.templates = templates;
    }

    /** The whole page with this content. */
    String around(HttpServletRequest request, String content) {
        Texts texts = Texts.of(request);
        Optional<Actor> actor = PageServlet.actor(request);
        Map<String, Object> model = new HashMap<>();
        model.put("content", content);
        model.put(
                "title",
                Optional.ofNullable(request.getAttribute(PageServlet.TITLE)).orElse(texts.of("product")));
        model.put("county", county(actor));
        model.put("links", Navigation.links(actor, request.getRequestURI()));
        model.put("actor", actor.orElse(null));
        model.put("csrf", request.getAttribute(PageServlet.CSRF));
        model.put("unsigned", site.control().trustsUnsigned());
        model.put("today", demoDay());
        model.put("assets", Assets.VERSION);
        return templates.render("layout", texts, model);
    }

    /** A page that says what went wrong. */
    String problem(HttpServletRequest request, Problem problem) {
        Texts texts = Texts.of(request);
        request.setAttribute(PageServlet.TITLE, texts.of(problem.key()));
        return around(request, templates.render("problem", texts, Map.of("problem", problem, "fields", List.of())));
    }

    private Object demoDay() {
        return site.control().demo()
                ? site.clock().instant().atZone(WorkCalendar.ZONE).toLocalDate()
                : "";
    }

    private String county(Optional<Actor> actor) {
        if (actor.isPresent()) {
            try {
                county = site.engine().approvalsFor(actor.get()).form().county();
            } catch (HousingException e) {
                return county; // no pack yet, or not for this role: the last name that was known
            }
        }
        return county;
    }
}
