package org.onevisit.housing.publicity.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.NoticeView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices that can be seen now, and a form to object to one by real name (公示与异议). For everyone. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/publicity/*")
public final class PublicityPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Integer> LONGEST = Map.of("name", 50, "contact", 100, "reasons", 2000);

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient HousingEngine engine;
    private final transient Allowance objections;
    private final transient Views views = new Views();

    /** A page that shows what this engine publishes. */
    @Activate
    public PublicityPage(@Reference HousingEngine engine) {
        this(engine, Ticker.systemTicker());
    }

    PublicityPage(HousingEngine engine, Ticker ticker) {
        this.engine = engine;
        this.objections = new Allowance(10, Duration.ofHours(1), ticker);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = path(request);
        if (path.isEmpty()) {
            views.write(
                    request,
                    response,
                    "notices",
                    Texts.of(request).of("title.notices"),
                    Map.of("notices", engine.publicDesk().notices()));
        } else {
            Optional<NoticeView> notice = notice(path);
            if (notice.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                show(request, response, notice.get(), new HashMap<>());
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NoticeView> notice = notice(path(request));
        if (notice.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Map<String, Object> model = new HashMap<>();
        String problem = problem(request);
        if (problem.isEmpty() && !objections.use(request.getRemoteAddr())) {
            problem = "problem.TOO_MANY";
        }
        if (problem.isEmpty()) {
            try {
                model.put("objection", object(notice.get(), request));
            } catch (HousingException e) {
                problem = "problem." + e.code().kind();
            }
        }
        if (!problem.isEmpty()) {
            model.put("refusal", problem);
            LONGEST.keySet().forEach(name -> model.put(name, field(request, name)));
            response.setStatus(status(problem));
        }
        show(request, response, notice.get(), model);
    }

    private String object(NoticeView notice, HttpServletRequest request) {
        return engine.publicDesk()
                .object(notice.item(), field(request, "name"), field(request, "contact"), field(request, "reasons"));
    }

    private static int status(String problem) {
        return switch (problem) {
            case "problem.TOO_MANY" -> TOO_MANY_REQUESTS;
            case "problem.UNAVAILABLE", "problem.INTERNAL" -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, NoticeView notice, Map<String, Object> model)
            throws IOException {
        model.put("notice", notice);
        views.write(request, response, "notice", Texts.of(request).of("title.notice"), model);
    }

    private static String problem(HttpServletRequest request) {
        boolean missing =
                LONGEST.keySet().stream().anyMatch(name -> field(request, name).isEmpty());
        boolean tooLong = LONGEST.entrySet().stream()
                .anyMatch(e -> field(request, e.getKey()).length() > e.getValue());
        return missing ? "problem.missing" : tooLong ? "problem.tooLong" : "";
    }

    private Optional<NoticeView> notice(List<String> path) {
        return path.size() != 1
                ? Optional.empty()
                : engine.publicDesk().notices().stream()
                        .filter(n -> n.item().equals(path.get(0)))
                        .findFirst();
    }

    private static List<String> path(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        return Arrays.stream(info.split("/", -1)).filter(p -> !p.isEmpty()).toList();
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }
}
