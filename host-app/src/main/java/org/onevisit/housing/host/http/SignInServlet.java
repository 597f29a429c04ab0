package org.onevisit.housing.host.http;

import com.google.common.html.HtmlEscapers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.account.Accounts.Session;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** {@code /login}: name and password. {@code /password}: a new password as well. {@code /logout} ends it. */
final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LOGIN = "/login";
    static final String PASSWORD = "/password";
    static final String LOGOUT = "/logout";
    private static final int LONGEST = 1000;
    private final transient Accounts accounts;

    SignInServlet(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(LOGOUT)) {
            response.sendRedirect("/");
            return;
        }
        show(request, response, request.getServletPath(), HttpServletResponse.SC_OK, Optional.empty());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(LOGOUT)) {
            Http.cookie(request, Http.SESSION_COOKIE).ifPresent(accounts::signOut);
            Http.setCookie(response, Http.SESSION_COOKIE, "", 0);
            response.sendRedirect("/");
            return;
        }
        try {
            Session session = open(request);
            Http.cookie(request, Http.SESSION_COOKIE).ifPresent(accounts::signOut);
            Http.setCookie(response, Http.SESSION_COOKIE, session.token(), -1);
            response.sendRedirect(Http.localPath(request.getParameter("next")));
        } catch (HousingException e) {
            refuse(request, response, e);
        }
    }

    private Session open(HttpServletRequest request) {
        String name = field(request, "name");
        char[] password = field(request, "password").toCharArray();
        if (request.getServletPath().equals(LOGIN)) {
            return accounts.signIn(name, password);
        }
        String fresh = field(request, "fresh");
        if (!fresh.equals(field(request, "again"))) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "the new password was not typed the same way twice");
        }
        return accounts.changePassword(name, password, fresh.toCharArray());
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HousingException e)
            throws IOException {
        ResourceBundle texts = Http.texts(request);
        String form = e.code() == ErrorCode.FORBIDDEN ? PASSWORD : request.getServletPath();
        switch (e.code()) {
            case FORBIDDEN ->
                show(request, response, form, HttpServletResponse.SC_OK, Optional.of(texts.getString("one-time")));
            case TOO_MANY_REQUESTS -> show(request, response, form, 429, Optional.of(texts.getString("too-often")));
            case BAD_ARGUMENT ->
                show(request, response, form, HttpServletResponse.SC_BAD_REQUEST, Optional.of(texts.getString("weak")));
            case NOT_SIGNED_IN ->
                show(
                        request,
                        response,
                        form,
                        HttpServletResponse.SC_BAD_REQUEST,
                        Optional.of(texts.getString("wrong")));
            default -> throw e;
        }
    }

    private static void show(
            HttpServletRequest request, HttpServletResponse response, String form, int status, Optional<String> error)
            throws IOException {
        ResourceBundle texts = Http.texts(request);
        String title = texts.getString(form.equals(LOGIN) ? "login" : "change");
        request.setAttribute(Http.TITLE, title);
        StringBuilder page = new StringBuilder("<h1>").append(escape(title)).append("</h1>\n");
        error.ifPresent(text -> page.append("<p class=\"errors\" role=\"alert\">")
                .append(escape(text))
                .append("</p>\n"));
        page.append("<form class=\"card\" method=\"post\" action=\"")
                .append(form)
                .append("\">\n");
        hidden(page, "_csrf", String.valueOf(request.getAttribute(Http.CSRF)));
        hidden(page, "next", Http.localPath(request.getParameter("next")));
        input(page, texts, "name", "text", "username", field(request, "name"));
        input(page, texts, "password", "password", "current-password", "");
        if (form.equals(PASSWORD)) {
            input(page, texts, "fresh", "password", "new-password", "");
            input(page, texts, "again", "password", "new-password", "");
        }
        page.append("<div class=\"actions\"><button class=\"button button-primary\" type=\"submit\">")
                .append(escape(title))
                .append("</button></div>\n</form>\n");
        Http.write(response, status, "text/html;charset=UTF-8", page.toString());
    }

    private static void hidden(StringBuilder page, String name, String value) {
        page.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">\n".formatted(name, escape(value)));
    }

    private static void input(
            StringBuilder page, ResourceBundle texts, String name, String type, String what, String value) {
        page.append("""
                <div class="field"><label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s" maxlength="128" required></div>
                """.formatted(name, escape(texts.getString(name)), type, what, escape(value)));
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
