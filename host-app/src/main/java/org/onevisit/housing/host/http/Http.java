package org.onevisit.housing.host.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/** What servlets and filters of the host have in common. */
final class Http {
    static final String API = "/api";
    static final String ACTOR = "org.onevisit.housing.actor";
    static final String CSRF = "org.onevisit.housing.csrf";
    static final String TITLE = "org.onevisit.housing.page.title";
    static final String SESSION_COOKIE = "HOUSING_SESSION";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Http() {}

    /** Does the request change nothing? */
    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** The value of a cookie. */
    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Sets a cookie that scripts cannot read and other sites cannot send; an age of 0 takes it away, -1 lasts as long as the browser. */
    static void setCookie(HttpServletResponse response, String name, String value, int maxAge) {
        String age = maxAge < 0 ? "" : "; Max-Age=" + maxAge;
        response.addHeader("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + age);
    }

    /** The texts in the language that is asked for: Chinese unless English is preferred. */
    static ResourceBundle texts(HttpServletRequest request) {
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return ResourceBundle.getBundle(
                Http.class.getPackageName() + ".messages",
                english ? Locale.ENGLISH : Locale.CHINESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Answers with a text. */
    static void write(HttpServletResponse response, int status, String contentType, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A path of this site, or {@code /} for everything else that somebody asks to be sent to. */
    static String localPath(String wanted) {
        boolean local = wanted != null
                && wanted.startsWith("/")
                && Stream.of("//", "/\\").noneMatch(wanted::startsWith)
                && wanted.chars().noneMatch(c -> c < ' ' || c == '\\');
        return local ? wanted : "/";
    }

    /** Is the path this one or below it? */
    static boolean isUnder(HttpServletRequest request, String path) {
        String uri = request.getRequestURI();
        return uri.equals(path) || uri.startsWith(path + "/");
    }
}
