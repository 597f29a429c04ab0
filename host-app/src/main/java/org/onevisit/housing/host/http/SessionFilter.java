package org.onevisit.housing.host.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.account.Accounts.Session;

/**
 * Tells pages who is signed in, by a cookie, and refuses forms that do not come from a page of ours. Who is not signed in has a
 * cookie of their own for forms. REST does without cookies and is left alone.
 */
final class SessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String FORM_COOKIE = "HOUSING_FORM";
    private static final String FIELD = "_csrf";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final transient Accounts accounts;

    SessionFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Http.isUnder(request, Http.API)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        Optional<Session> session = Http.cookie(request, Http.SESSION_COOKIE).flatMap(accounts::session);
        session.ifPresent(known -> request.setAttribute(Http.ACTOR, known.actor()));
        Optional<String> token = session.map(Session::csrf)
                .or(() -> Http.cookie(request, FORM_COOKIE).filter(SessionFilter::isToken));
        if (!Http.isSafe(request)
                && !token.map(known -> carries(request, known)).orElse(false)) {
            request.setAttribute(WebModule.PROBLEM, WebModule.STALE_FORM);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        request.setAttribute(Http.CSRF, token.orElseGet(() -> newToken(response)));
        chain.doFilter(request, new SignInResponse(request, response));
    }

    private static boolean carries(HttpServletRequest request, String token) {
        return inQuery(request)
                .or(() -> Optional.ofNullable(request.getParameter(FIELD)))
                .map(given -> MessageDigest.isEqual(bytes(given), bytes(token)))
                .orElse(false);
    }

    /** A form with files has it in its address, where it can be read without reading the files. */
    private static Optional<String> inQuery(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(pair -> pair.startsWith(FIELD + "="))
                .map(pair -> pair.substring(FIELD.length() + 1))
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9_-]{32}");
    }

    private static String newToken(HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Http.setCookie(response, FORM_COOKIE, token, -1);
        return token;
    }
}
