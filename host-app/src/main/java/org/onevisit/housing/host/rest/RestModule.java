package org.onevisit.housing.host.rest;

import java.util.List;
import org.onevisit.housing.host.http.WebModule;
import org.onevisit.housing.host.http.WebSite;

/** Mounts the REST interface and the pages that explain its problems. */
public final class RestModule implements WebModule {
    /** Where the interface answers. */
    public static final String PATTERN = "/api/v1/*";

    @Override
    public List<Mounted> mount(WebSite site) {
        return List.of(
                new Mounted(PATTERN, new ApiServlet(RestResources.of(site))),
                new Mounted("/problems/*", new ProblemServlet(new ProblemTexts())));
    }

    @Override
    public List<Mounted> errors(WebSite site) {
        return List.of(new Mounted("/api/*", new ApiErrors(new ProblemTexts())));
    }
}
