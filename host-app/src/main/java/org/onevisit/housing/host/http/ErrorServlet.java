package org.onevisit.housing.host.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.onevisit.housing.host.http.WebModule.Mounted;

/**
 * Finds words for what was refused or failed outside any page, and for paths where there is none: those of the module in whose part
 * of the site it happened.
 */
final class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient List<Mounted> parts;

    ErrorServlet(List<Mounted> parts) {
        this.parts = parts.stream()
                .sorted(Comparator.comparing((Mounted part) -> part.pattern().length())
                        .reversed())
                .toList();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND); // no other servlet is there for this path
            return;
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        for (Mounted part : parts) {
            if ((path + "/").startsWith(part.pattern().replace("*", ""))) {
                part.servlet().service(request, response);
                return;
            }
        }
    }
}
