package org.onevisit.housing.host.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.swap.PlanWork;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.OutcomeChange;

/** Changes of plugins and packs: plan one, execute it, confirm it, see what happened. */
@MultipartConfig(maxFileSize = ChangesPage.LARGEST)
final class ChangesPage extends PageServlet {
    /** Largest file. */
    static final long LARGEST = 200L << 20;

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/operator/changes";
    private static final int LAST = 20;

    ChangesPage(WebSite site) {
        super(site);
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        require(request, Role.OPERATOR);
        List<String> path = path(request);
        switch (path.size()) {
            case 0 -> all(request, response);
            case 1 -> one(request, response, work(path.get(0)));
            default -> file(response, work(path.get(0)), path.get(1));
        }
    }

    private void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var entries = changes().journal().entries();
        Map<String, Object> model = new HashMap<>();
        model.put("swaps", changes().swaps().all());
        model.put("entries", entries.subList(Math.max(0, entries.size() - LAST), entries.size()));
        model.put("names", site().control().plugins());
        write(request, response, "changes", Texts.of(request).of("changes.title"), model);
    }

    private void one(HttpServletRequest request, HttpServletResponse response, PlanWork work) throws IOException {
        Optional<SwapRecord> swap = changes().swaps().find(work.id());
        boolean goesOn = work.state() == PlanWork.State.PLANNING
                || swap.filter(s -> !s.over()).isPresent();
        if (goesOn) {
            response.setHeader("Refresh", "2");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("work", work);
        model.put("plan", work.plan().orElse(null));
        model.put("swap", swap.orElse(null));
        model.put("kinds", List.of(OutcomeChange.Kind.values()));
        model.put("treatments", List.of(OutcomeChange.Treatment.values()));
        model.put("open", OutcomeChange.Group.OPEN);
        model.put("decided", OutcomeChange.Group.DECIDED);
        write(request, response, "change", Texts.of(request).of("changes.title"), model);
    }

    /** What a plan has left in its folder, as it is. */
    private void file(HttpServletResponse response, PlanWork work, String name) throws IOException {
        Optional<String> text = changes().plans().file(work, name);
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s-%s\"".formatted(work.id(), name));
        response.getOutputStream()
                .write(text.orElseThrow(PageServlet::noSuchPage).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Actor operator = require(request, Role.OPERATOR);
        List<String> path = path(request);
        String id;
        if (path.isEmpty()) {
            id = changes().plans().begin(uploaded(request), operator).id();
        } else if (path.equals(List.of("back"))) {
            id = changes()
                    .plans()
                    .beginBack(field(request, "name"), since(request), operator)
                    .id();
        } else if (path.size() == 2 && path.get(1).equals("swap")) {
            id = path.get(0);
            changes().swaps().begin(id, options(request), operator);
        } else if (path.size() == 2 && path.get(1).equals("confirm")) {
            id = path.get(0);
            changes().swaps().confirm(id, operator);
        } else {
            throw noSuchPage();
        }
        response.sendRedirect(HERE + "/" + id);
    }

    private static Optional<Since> since(HttpServletRequest request) {
        String given = field(request, "since");
        return Stream.of(Since.values()).filter(one -> one.name().equals(given)).findFirst();
    }

    private static byte[] uploaded(HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "no file was chosen; choose a jar or a pack.yaml");
        }
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private static SwapOptions options(HttpServletRequest request) {
        SwapOptions usual = SwapOptions.USUAL;
        return new SwapOptions(
                number(request, "share", usual.share()),
                number(request, "acceptDrift", (int) usual.acceptDrift()),
                usual.calls(),
                usual.watch(),
                usual.budget(),
                !field(request, "dryRun").isEmpty());
    }

    private static int number(HttpServletRequest request, String name, int usual) {
        String text = field(request, name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, name + " is a whole number; enter digits");
        }
        return Integer.parseInt(text);
    }

    private PlanWork work(String id) {
        return changes().plans().find(id).orElseThrow(PageServlet::noSuchPage);
    }

    private Changes changes() {
        return site().control().changes();
    }
}
