package org.onevisit.housing.intake.window;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.Receipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk's pages: enter a household, hand out the receipt, list what is missing, accept. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/window/*",
            "osgi.http.whiteboard.servlet.multipart.enabled=true",
            "osgi.http.whiteboard.servlet.multipart.maxFileSize:Long=10485760"
        })
public final class WindowPages extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE_SIZE = 50;
    private static final List<Action> OFFERED =
            List.of(Action.ACCEPT, Action.REQUEST_MAKE_GOOD, Action.MAKE_GOOD, Action.DECLINE, Action.AUTHORISE);

    private final transient HousingEngine engine;
    private final transient Clock clock;
    private final transient Views views = new Views();

    /** Pages that work with this engine and tell the time by this clock. */
    @Activate
    public WindowPages(@Reference HousingEngine engine, @Reference(target = "(housing=engine)") Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Actor> clerk = clerk(request, response);
        if (clerk.isEmpty()) {
            return;
        }
        List<String> path = path(request);
        if (path.isEmpty()) {
            desk(request, response, clerk.get());
        } else if (path.equals(List.of("new"))) {
            entry(request, response, form(request, clerk.get()), Map.of());
        } else if (path.size() == 1) {
            one(request, response, clerk.get(), Optional.empty());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Actor> clerk = clerk(request, response);
        if (clerk.isEmpty()) {
            return;
        }
        List<String> path = path(request);
        if (path.equals(List.of("new"))) {
            submit(request, response, clerk.get());
        } else if (path.size() == 2) {
            act(request, response, clerk.get(), path.get(1));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void desk(HttpServletRequest request, HttpServletResponse response, Actor clerk) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                engine.approvalsFor(clerk)
                        .list(Optional.of(Stage.INTAKE), Optional.empty(), false, cursor(request), PAGE_SIZE));
        model.put("most", EntryForm.MOST_MEMBERS);
        views.write(request, response, "desk", Texts.of(request).of("title.desk"), model);
    }

    private void entry(HttpServletRequest request, HttpServletResponse response, EntryForm form, Map<String, ?> more)
            throws IOException {
        Map<String, Object> model = new HashMap<>(more);
        model.put("household", form.household());
        model.put("members", form.memberFields());
        model.put("size", form.size());
        model.put("most", EntryForm.MOST_MEMBERS);
        model.put("asked", form.asked());
        model.put("ticks", form.ticks());
        model.put("notices", form.notices());
        model.put("signedOn", form.signedOn());
        model.put("key", form.text("key").isEmpty() ? UUID.randomUUID().toString() : form.text("key"));
        views.write(request, response, "entry", Texts.of(request).of("title.entry"), model);
    }

    private void submit(HttpServletRequest request, HttpServletResponse response, Actor clerk) throws IOException {
        EntryForm form = form(request, clerk);
        if (form.ticked("add") || form.ticked("less")) {
            entry(request, response, form, Map.of());
            return;
        }
        ApprovalService approvals = engine.approvalsFor(clerk);
        try {
            String json = Submission.json(form, clerk, window(clerk), clock.instant());
            Receipt receipt = approvals.submit(approvals.readSubmission(json), form.text("key"));
            views.write(
                    request, response, "receipt", Texts.of(request).of("title.receipt"), Map.of("receipt", receipt));
        } catch (HousingException e) {
            response.setStatus(e.code().kind() == ErrorCode.Kind.MALFORMED ? 400 : 409);
            List<EntryForm.Problem> problems =
                    form.mark(e.errors(), Texts.of(request).english());
            entry(request, response, form, Map.of("problem", e, "problems", problems));
        }
    }

    private void one(HttpServletRequest request, HttpServletResponse response, Actor clerk, Optional<Exception> problem)
            throws IOException {
        ApprovalService approvals = engine.approvalsFor(clerk);
        ApplicationView view = approvals.find(number(request));
        Map<String, Object> model = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        view.application().household().members().forEach(m -> names.put(m.id(), m.name()));
        model.put("view", view);
        model.put("app", view.application());
        model.put("number", view.number().value());
        model.put("names", names);
        model.put("asked", approvals.form());
        model.put(
                "sentence",
                approvals.progress(view.number()).in(Texts.of(request).locale()));
        model.put("may", OFFERED.stream().filter(view::allows).map(Enum::name).toList());
        model.put("today", today().toString());
        model.put("ready", ReadyPapers.of(approvals.journal(view.number())));
        problem.ifPresent(p -> model.put("problem", p));
        views.write(request, response, "one", Texts.of(request).of("title.one", view.number()), model);
    }

    private void act(HttpServletRequest request, HttpServletResponse response, Actor clerk, String slug)
            throws IOException, ServletException {
        ApprovalService approvals = engine.approvalsFor(clerk);
        ApplicationNumber number = number(request);
        try {
            if (slug.equals("documents")) {
                Part part = request.getPart("file");
                approvals.attach(
                        number,
                        field(request, "document"),
                        part == null ? new byte[0] : part.getInputStream().readAllBytes());
            } else {
                approvals.perform(number, command(request, approvals, number, clerk, slug));
            }
        } catch (HousingException e) {
            response.setStatus(e.code().kind() == ErrorCode.Kind.MALFORMED ? 400 : 409);
            one(request, response, clerk, Optional.of(e));
            return;
        }
        response.sendRedirect("/window/" + number + "?done=" + slug);
    }

    private static Command command(
            HttpServletRequest request, ApprovalService approvals, ApplicationNumber number, Actor clerk, String slug) {
        return switch (slug) {
            case "accept" -> new Command.Accept();
            case "request-make-good" -> new Command.RequestMakeGood();
            case "decline" -> new Command.Decline(field(request, "reason"), field(request, "reasons"));
            case "make-good" -> papers(request, approvals, number, clerk).makeGood();
            case "authorise" -> papers(request, approvals, number, clerk).authorise();
            default ->
                throw new HousingException(
                        ErrorCode.NOT_FOUND,
                        "the window has no action of this name; start from the application's page");
        };
    }

    private static PapersForm papers(
            HttpServletRequest request, ApprovalService approvals, ApplicationNumber number, Actor clerk) {
        return new PapersForm(request, approvals.find(number).application(), approvals.form(), clerk);
    }

    private EntryForm form(HttpServletRequest request, Actor clerk) {
        return new EntryForm(
                request.getParameterMap(), engine.approvalsFor(clerk).form(), today());
    }

    private static String window(Actor clerk) {
        return clerk.unit().isEmpty() || clerk.unit().equals(Actor.EVERY_UNIT) ? "citywide" : clerk.unit();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    private static Optional<Actor> clerk(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor actor = (Actor) request.getAttribute("org.onevisit.housing.actor");
        if (actor == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (actor.role() != Role.WINDOW_CLERK) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return Optional.ofNullable(actor).filter(a -> a.role() == Role.WINDOW_CLERK);
    }

    private static List<String> path(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        return Arrays.stream(info.split("/", -1)).filter(p -> !p.isEmpty()).toList();
    }

    private static ApplicationNumber number(HttpServletRequest request) {
        String text = path(request).get(0);
        if (!text.matches("[A-Za-z0-9-]{1,43}")) {
            throw new HousingException(ErrorCode.NOT_FOUND, "no application has such a number; look it up on the desk");
        }
        return ApplicationNumber.of(text);
    }

    private static String cursor(HttpServletRequest request) {
        return field(request, "cursor");
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }
}
