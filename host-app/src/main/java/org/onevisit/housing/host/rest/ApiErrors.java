package org.onevisit.housing.host.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.onevisit.housing.host.http.Trace;
import org.onevisit.housing.process.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says as a problem what went wrong under {@code /api} before a resource saw it, or beyond one. */
final class ApiErrors extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private final transient ProblemTexts texts;

    ApiErrors(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = ProblemTexts.language(request);
        Problem problem = problem(request, response.getStatus(), language);
        response.setStatus(problem.status());
        response.setContentType(ProblemFilter.PROBLEM.toString());
        response.setHeader("Content-Language", language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(ApiJson.mapper().writeValueAsBytes(problem));
    }

    private Problem problem(HttpServletRequest request, int status, Locale language) {
        return switch (status) {
            case 404 ->
                texts.problem(
                        Fault.of(ErrorCode.NOT_FOUND, "nothing answers at this path; see /api/v1/openapi.json"),
                        language);
            case 413 ->
                texts.problem(
                        Fault.of(ErrorCode.TOO_LARGE, "the request is larger than is taken; send one paper a request"),
                        language);
            case 500 -> texts.problem(defect(request), language);
            default -> texts.problem(new ProblemMapper.ProtocolFault(status, "refused"), language);
        };
    }

    private static Fault defect(HttpServletRequest request) {
        String incident = UUID.randomUUID().toString();
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("incident {}: {}", incident, thrown instanceof Throwable known ? Trace.of(known) : "no exception");
        return new Fault(ErrorCode.INTERNAL, "a defect; tell the operator the incident", List.of(), incident);
    }
}
