package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice.Choice;

/** What runs late, and who owned the days of a month (跟踪督办). */
final class SupervisionPage extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    SupervisionPage(WebSite site) {
        super(site);
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SupervisionService supervision = site().engine().supervisionFor(require(request, Role.SUPERVISOR));
        YearMonth month = month(request);
        DutyReport duty = supervision.duty(month);
        Map<String, Object> model = new HashMap<>();
        model.put("late", supervision.overdue(LINES));
        model.put(
                "agencies",
                supervision.agencies().stream().map(SupervisionPage::agency).toList());
        model.put("reviews", supervision.reviews());
        model.put("choices", supervision.editionChoices());
        model.put("duty", duty);
        model.put("month", month.toString());
        model.put("before", month.minusMonths(1).toString());
        model.put("after", month.plusMonths(1).toString());
        model.put(
                "mostDays",
                duty.rows().stream().mapToInt(DutyReport.Row::workingDays).max().orElse(1));
        write(request, response, "supervision", Texts.of(request).of("nav.supervision"), model);
    }

    /** Decides which edition judges an application. */
    @Override
    void act(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SupervisionService supervision = site().engine().supervisionFor(require(request, Role.SUPERVISOR));
        List<String> path = path(request);
        Choice choice = Stream.of(Choice.values())
                .filter(one -> one.name().equals(field(request, "choice")))
                .findFirst()
                .orElseThrow(PageServlet::noSuchPage);
        if (path.size() != 2 || !path.get(0).equals("editions")) {
            throw noSuchPage();
        }
        supervision.chooseEdition(ApplicationNumber.of(path.get(1)), choice, field(request, "reasons"));
        response.sendRedirect("/supervision#choices");
    }

    /** A line of the table of agencies; moments are shown by the clock of the county. */
    private static Map<String, Object> agency(AgencyHealth health) {
        Map<String, Object> line = new HashMap<>();
        line.put("agency", health.agency());
        line.put("state", health.state());
        line.put("since", health.since().map(SupervisionPage::time).orElse(""));
        line.put("nextProbe", health.nextProbe().map(SupervisionPage::time).orElse(""));
        line.put("inFlight", health.inFlight());
        line.put("waiting", health.waiting());
        line.put("calls", health.calls());
        line.put("failures", health.failures());
        line.put(
                "millis", health.calls() == 0 ? "" : Long.toString(health.took().toMillis() / health.calls()));
        return line;
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atZone(WorkCalendar.ZONE));
    }

    private YearMonth month(HttpServletRequest request) {
        try {
            return YearMonth.parse(field(request, "month"));
        } catch (DateTimeException e) {
            return YearMonth.from(site().clock().instant().atZone(WorkCalendar.ZONE));
        }
    }
}
