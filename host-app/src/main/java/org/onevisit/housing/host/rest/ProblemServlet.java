package org.onevisit.housing.host.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.process.ErrorCode;

/** Explains each kind of problem at the address that problems carry as their type: for people, or as JSON. */
final class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient ProblemTexts texts;

    ProblemServlet(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<ErrorCode> code = Arrays.stream(ErrorCode.values())
                .filter(any -> path.equals("/" + ProblemTexts.slug(any)))
                .findFirst();
        if (code.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Locale language = ProblemTexts.language(request);
        response.setHeader("Content-Language", language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
        if (Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("json")) {
            json(response, code.get(), language);
        } else {
            page(request, response, code.get(), language);
        }
    }

    private void json(HttpServletResponse response, ErrorCode code, Locale language) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(ApiJson.mapper()
                        .writeValueAsString(Map.of(
                                "code", code.code(),
                                "blame", code.blame().name(),
                                "title", texts.title(code, language),
                                "help", texts.help(code, language))));
    }

    private void page(HttpServletRequest request, HttpServletResponse response, ErrorCode code, Locale language)
            throws IOException {
        request.setAttribute("org.onevisit.housing.page.title", texts.title(code, language));
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<h1>" + texts.title(code, language) + "</h1>\n<p><strong>" + code.code() + "</strong></p>\n<p>"
                        + texts.help(code, language) + "</p>\n");
    }
}
