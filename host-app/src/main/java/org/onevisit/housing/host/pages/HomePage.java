package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;

/** The first page: for the public the four stages and the two queries, for officials what lies on their desk. */
final class HomePage extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 10;

    HomePage(WebSite site) {
        super(site);
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals("/")) {
            throw noSuchPage();
        }
        Texts texts = Texts.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("stages", List.of(Stage.values()));
        model.put("missing", List.of());
        model.put("late", List.of());
        actor(request).ifPresent(actor -> model.putAll(desk(actor)));
        write(request, response, "home", texts.of("nav."), model);
    }

    private Map<String, Object> desk(Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("desk", Navigation.desk(actor.role()));
        try {
            model.put("missing", actor.role() == Role.OPERATOR ? site().missing() : List.of());
            if (actor.role() == Role.SUPERVISOR) {
                model.put("late", site().engine().supervisionFor(actor).overdue(LINES));
            } else if (Navigation.readsDossiers(actor.role())) {
                model.put(
                        "page",
                        site().engine()
                                .approvalsFor(actor)
                                .list(Optional.of(stage(actor.role())), Optional.empty(), false, "", LINES));
            }
        } catch (HousingException e) {
            model.put("problem", Problem.of(e)); // the first page opens although the engine is not ready
        }
        return model;
    }

    private static Stage stage(Role role) {
        return switch (role) {
            case SUBDISTRICT_REVIEWER -> Stage.SUBDISTRICT_REVIEW;
            case PANEL_MEMBER, PANEL_CHAIR -> Stage.JOINT_REVIEW_AND_PUBLICITY;
            default -> Stage.INTAKE;
        };
    }
}
