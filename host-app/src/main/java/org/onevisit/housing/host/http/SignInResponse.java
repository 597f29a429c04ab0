package org.onevisit.housing.host.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends who has to sign in to where that is done. */
final class SignInResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    SignInResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (status == SC_UNAUTHORIZED) {
            sendRedirect("/login?next=" + URLEncoder.encode(wanted(), StandardCharsets.UTF_8));
        } else {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status == SC_UNAUTHORIZED) {
            sendError(status);
        } else {
            super.sendError(status, message);
        }
    }

    private String wanted() {
        if (!Http.isSafe(request)) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
