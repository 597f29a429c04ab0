package org.onevisit.housing.host.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.Page;

/** The desk of a reviewer or of the panel: the applications of one stage, and a page for each with its forms. */
class Desk extends PageServlet {
    private static final Set<Role> DISCLOSED_TO = Set.of(Role.WINDOW_CLERK, Role.APPLICANT, Role.SUPERVISOR);
    private static final long serialVersionUID = 1L;
    private static final int PAGE_SIZE = 50;

    private final String base;
    private final Optional<Stage> stage;
    private final List<String> mainActions;
    private final Role[] roles;

    /**
     * A desk.
     *
     * @param base path, which is also the name of its template
     * @param stage whose applications lie on it; all if empty
     * @param mainActions actions that it is there for; their forms stand open
     * @param roles who works at it
     */
    Desk(WebSite site, String base, Optional<Stage> stage, List<String> mainActions, Role... roles) {
        super(site);
        this.base = base;
        this.stage = stage;
        this.mainActions = List.copyOf(mainActions);
        this.roles = roles.clone();
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        require(request, roles);
        List<String> path = path(request);
        if (path.isEmpty()) {
            list(request, response, new HashMap<>());
        } else if (path.size() == 1) {
            one(request, response, number(path.get(0)), new HashMap<>());
        } else {
            more(request, response, number(path.get(0)), path.subList(1, path.size()));
        }
    }

    @Override
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        require(request, roles);
        List<String> path = path(request);
        if (path.size() != 3 || !path.get(1).equals("actions")) {
            throw noSuchPage();
        }
        ApplicationNumber number = number(path.get(0));
        try {
            approvals(request).perform(number, CommandForm.read(path.get(2), request));
        } catch (HousingException e) {
            refused(request, response, number, e);
            return;
        }
        response.sendRedirect("/" + base + "/" + number + "?done=" + path.get(2));
    }

    /** Shows what else lies under an application. Nothing unless overridden. */
    void more(HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, List<String> path)
            throws IOException {
        throw noSuchPage();
    }

    /** Shows the list. */
    final void list(HttpServletRequest request, HttpServletResponse response, Map<String, Object> model)
            throws IOException {
        boolean overdue = field(request, "overdue").equals("true");
        Page<ApplicationSummary> page = approvals(request)
                .list(stage.or(() -> wanted(request)), Optional.empty(), overdue, field(request, "cursor"), PAGE_SIZE);
        model.put("page", page);
        model.put("base", base);
        model.put("overdue", overdue);
        model.put("stages", stage.isPresent() ? List.of() : List.of(Stage.values()));
        model.put("stage", wanted(request).map(Enum::name).orElse(""));
        write(request, response, base + "-list", Texts.of(request).of("nav." + base), model);
    }

    private void one(
            HttpServletRequest request,
            HttpServletResponse response,
            ApplicationNumber number,
            Map<String, Object> model)
            throws IOException {
        Texts texts = Texts.of(request);
        try {
            model.putAll(CaseModel.of(approvals(request), number, texts));
        } catch (HousingException e) {
            if (e.code() != ErrorCode.ERASED) {
                throw e;
            }
            erased(request, response, number, texts);
            return;
        }
        model.put(
                "maySeeDisclosures",
                actor(request).filter(a -> DISCLOSED_TO.contains(a.role())).isPresent());
        model.put("base", base);
        model.put("first", mainActions.stream().findFirst().orElse(""));
        model.putIfAbsent("given", Map.of());
        write(request, response, base, texts.of("title.application", number.value()), model);
    }

    /** What is left of an application whose dossier was destroyed. */
    private void erased(HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, Texts texts)
            throws IOException {
        Map<String, Object> left =
                Map.of("number", number.value(), "journal", approvals(request).journal(number));
        write(request, response, "erased", texts.of("title.application", number.value()), left);
    }

    private void refused(
            HttpServletRequest request, HttpServletResponse response, ApplicationNumber number, HousingException e)
            throws IOException {
        Problem problem = Problem.of(e);
        Map<String, Object> model = new HashMap<>();
        model.put("problem", problem);
        model.put("given", Map.of(path(request).get(2), field(request, "reasons")));
        response.setStatus(problem.status());
        one(request, response, number, model);
    }

    private static Optional<Stage> wanted(HttpServletRequest request) {
        String name = field(request, "stage");
        return List.of(Stage.values()).stream()
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** The number in the URL; a text that is none names no page. */
    static ApplicationNumber number(String text) {
        try {
            return ApplicationNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw noSuchPage();
        }
    }
}
