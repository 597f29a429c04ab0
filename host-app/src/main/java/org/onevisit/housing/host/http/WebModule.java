package org.onevisit.housing.host.http;

import jakarta.servlet.Servlet;
import java.util.List;

/** A part of the web side: says which servlets it wants mounted. Its resources never change at run time. */
public interface WebModule {
    /** Servlets of this module; called once when HTTP starts. */
    List<Mounted> mount(WebSite site);

    /**
     * A servlet and where it answers.
     *
     * @param pattern servlet pattern, for example {@code /review/*}
     * @param servlet what answers
     */
    record Mounted(String pattern, Servlet servlet) {}
}
