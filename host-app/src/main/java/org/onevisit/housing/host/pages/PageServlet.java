package org.onevisit.housing.host.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** A page of the host: writes the content of {@code <main>}; {@link LayoutFilter} puts the rest around it. */
abstract class PageServlet extends HttpServlet {
    /** Request attribute: who is signed in. */
    static final String ACTOR = "org.onevisit.housing.actor";
    /** Request attribute: the token that every form carries. */
    static final String CSRF = "org.onevisit.housing.csrf";
    /** Request attribute: the title of the page. */
    static final String TITLE = "org.onevisit.housing.page.title";

    private static final long serialVersionUID = 1L;

    private final transient WebSite site;

    PageServlet(WebSite site) {
        this.site = site;
    }

    /** Shows a page. */
    abstract void show(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Does what a form asks for. Does nothing unless overridden. */
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response);
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        act(request, response);
    }

    final WebSite site() {
        return site;
    }

    /** Who is signed in. */
    static Optional<Actor> actor(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ACTOR));
    }

    /** Who is signed in, with one of these roles; any role if none is given. */
    static Actor require(HttpServletRequest request, Role... roles) {
        Actor actor = actor(request)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_SIGNED_IN, "this page wants a sign-in; sign in and open it again"));
        if (roles.length > 0 && !List.of(roles).contains(actor.role())) {
            throw new HousingException(
                    ErrorCode.FORBIDDEN,
                    "this page is for " + Arrays.toString(roles) + ", not for " + actor.role()
                            + "; sign in with an account of such a role");
        }
        return actor;
    }

    /** The engine's door for whoever is signed in. */
    final ApprovalService approvals(HttpServletRequest request) {
        return site.engine().approvalsFor(require(request));
    }

    /** What follows the servlet's own path, split at the slashes. */
    static List<String> path(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        return Arrays.stream(info.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A field of a form, trimmed; empty where there is none. */
    static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }

    /** Writes a page. */
    final void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            String title,
            Map<String, ?> model)
            throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("actor", actor(request).orElse(null));
        all.put("csrf", request.getAttribute(CSRF));
        all.put("done", field(request, "done"));
        all.putIfAbsent("problem", null);
        request.setAttribute(TITLE, title);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(Templates.SHARED.render(template, Texts.of(request), all));
    }

    static HousingException noSuchPage() {
        return new HousingException(ErrorCode.NOT_FOUND, "there is no page at this address; start from the first page");
    }
}
