package org.onevisit.housing.host.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.onevisit.housing.host.http.Trace;
import org.onevisit.housing.host.http.WebModule;
import org.onevisit.housing.host.http.WebSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the house's layout what was refused before any page saw it, or failed beyond one, and what to do. */
final class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);
    private final transient Layout layout;

    ErrorPage(WebSite site) {
        layout = new Layout(site, Templates.SHARED);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = response.getStatus();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            LOG.error("page failed: {}", Trace.of(thrown));
        }
        LayoutFilter.SAFETY.forEach(response::setHeader);
        LayoutFilter.write(response, status, layout.problem(request, problem(request, status)));
    }

    private static Problem problem(HttpServletRequest request, int status) {
        return WebModule.STALE_FORM.equals(request.getAttribute(WebModule.PROBLEM))
                ? new Problem(status, "", "problem.STALE_FORM", "", List.of())
                : Problem.of(status);
    }
}
