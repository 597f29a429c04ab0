package org.onevisit.housing.agency.worklist.page;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The open inquiries of an agency, and a form to answer each. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/worklist/*")
public final class WorklistPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE_SIZE = 100;

    private final transient HousingEngine engine;
    private final transient Clock clock;
    private final transient Views views = new Views();

    /** A page that works with this engine and tells the time by this clock. */
    @Activate
    public WorklistPage(@Reference HousingEngine engine, @Reference(target = "(housing=engine)") Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Actor> officer = officer(request, response);
        if (officer.isEmpty()) {
            return;
        }
        List<String> path = path(request);
        if (path.isEmpty()) {
            list(request, response, officer.get());
        } else {
            AnswerForm form = new AnswerForm(inquiry(officer.get(), path), Map.of(), today());
            one(request, response, inquiry(officer.get(), path), form);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Actor> officer = officer(request, response);
        if (officer.isEmpty()) {
            return;
        }
        InquiryView inquiry = inquiry(officer.get(), path(request));
        AnswerForm form = new AnswerForm(inquiry, request.getParameterMap(), today());
        Optional<Finding> finding = form.finding();
        if (finding.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            one(request, response, inquiry, form);
            return;
        }
        DeliveryOutcome outcome = engine.approvalsFor(officer.get()).answer(inquiry.id(), finding.get());
        response.sendRedirect("/worklist?agency=" + inquiry.agency() + "&done=" + outcome);
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Actor officer) throws IOException {
        List<ProcessRules.CheckRule> checks =
                engine.approvalsFor(officer).form().checks();
        List<String> agencies = agencies(officer, checks);
        String agency = agency(request, agencies);
        Map<String, Object> model = new HashMap<>();
        model.put("agencies", agencies);
        model.put("agency", agency);
        model.put(
                "page",
                agency.isEmpty()
                        ? new Page<InquiryView>(List.of(), Optional.empty())
                        : engine.approvalsFor(officer).inquiries(agency, field(request, "cursor"), PAGE_SIZE));
        model.put("now", today());
        views.write(request, response, "list", Texts.of(request).of("title.list"), model);
    }

    private void one(HttpServletRequest request, HttpServletResponse response, InquiryView inquiry, AnswerForm form)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("inquiry", inquiry);
        model.put("subjects", form.subjects());
        model.put("asOf", form.asOf());
        model.put("errors", form.errors());
        model.put("today", today().toString());
        views.write(request, response, "inquiry", Texts.of(request).of("title.inquiry"), model);
    }

    /** The inquiry with the id in the path, among those open for the agency that stands before it. */
    private InquiryView inquiry(Actor officer, List<String> path) {
        if (path.size() == 2) {
            ApprovalService approvals = engine.approvalsFor(officer);
            String cursor = "";
            do {
                Page<InquiryView> page = approvals.inquiries(path.get(0), cursor, PAGE_SIZE);
                Optional<InquiryView> found = page.items().stream()
                        .filter(i -> i.id().equals(path.get(1)))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                cursor = page.next().orElse("");
            } while (!cursor.isEmpty());
        }
        throw new HousingException(
                ErrorCode.NOT_FOUND,
                "no open inquiry goes by this name; it may be answered: look at the worklist again");
    }

    private List<String> agencies(Actor officer, List<ProcessRules.CheckRule> wanted) {
        if (!officer.unit().equals(Actor.EVERY_UNIT)) {
            return officer.unit().isEmpty() ? List.of() : List.of(officer.unit());
        }
        return java.util.stream.Stream.concat(
                        wanted.stream().map(ProcessRules.CheckRule::agency),
                        engine.installedChecks().stream().map(line -> line.split(":", 2)[0]))
                .distinct()
                .sorted()
                .toList();
    }

    private static String agency(HttpServletRequest request, List<String> agencies) {
        String wanted = field(request, "agency");
        return agencies.contains(wanted)
                ? wanted
                : agencies.stream().findFirst().orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    private static Optional<Actor> officer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Actor actor = (Actor) request.getAttribute("org.onevisit.housing.actor");
        if (actor == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (actor.role() != Role.AGENCY_OFFICER) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return Optional.ofNullable(actor).filter(a -> a.role() == Role.AGENCY_OFFICER);
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
