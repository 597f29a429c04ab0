package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** What the operator sees: plugins and packs, what is missing, and in a demo the clock. */
final class OperatorPage extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 250;

    OperatorPage(WebSite site) {
        super(site);
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        require(request, Role.OPERATOR);
        Map<String, Object> model = new HashMap<>();
        model.put("plugins", site().control().plugins());
        model.put("unsigned", site().control().trustsUnsigned());
        model.put("demo", site().control().demo());
        model.put("now", site().clock().instant());
        model.put("missing", site().control().notBroughtBack());
        model.put("checks", List.of());
        model.put("calls", 0);
        try {
            HousingEngine engine = site().engine();
            model.put("missing", site().missing());
            model.put("checks", engine.installedChecks());
            model.put("calls", engine.callsInFlight());
        } catch (HousingException e) {
            model.put("problem", Problem.of(e)); // the operator sees the page above all when the engine is not ready
        }
        write(request, response, "operator", Texts.of(request).of("nav.operator"), model);
    }

    @Override
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException {
        require(request, Role.OPERATOR);
        if (!path(request).equals(List.of("clock")) || !site().control().demo()) {
            throw noSuchPage();
        }
        site().control().advance(days(field(request, "days")));
        response.sendRedirect("/operator?done=clock");
    }

    private static int days(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "the clock is moved by 1 to " + MOST_DAYS + " working days; enter such a number");
        }
        return Integer.parseInt(text);
    }
}
