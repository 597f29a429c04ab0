package org.onevisit.housing.host.http;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.List;

/**
 * A part of the web side: says which servlets and filters it wants mounted. Its resources never change at run time. Found as a
 * service of the class path.
 */
public interface WebModule {
    /** Request attribute: which problem it is, where the status alone does not say; there may be none. */
    String PROBLEM = "org.onevisit.housing.problem";

    /** {@link #PROBLEM}: the form is of an earlier sign-in, or of another site. */
    String STALE_FORM = "STALE_FORM";

    /** Servlets of this module; called once when HTTP starts. */
    List<Mounted> mount(WebSite site);

    /** Filters of this module, outermost first; they run inside the host's own, which tell who is signed in. */
    default List<Filtered> filters(WebSite site) {
        return List.of();
    }

    /**
     * What answers for this module's part of the site when a request is refused before any servlet sees it, or fails beyond one. It is
     * told what happened as the servlet specification has it, and by {@link #PROBLEM}.
     */
    default List<Mounted> errors(WebSite site) {
        return List.of();
    }

    /**
     * A filter and what it goes before.
     *
     * @param pattern filter pattern, for example {@code /*}
     * @param filter what goes before
     */
    record Filtered(String pattern, Filter filter) {}

    /**
     * A servlet and where it answers.
     *
     * @param pattern servlet pattern, for example {@code /review/*}
     * @param servlet what answers
     */
    record Mounted(String pattern, Servlet servlet) {}
}
