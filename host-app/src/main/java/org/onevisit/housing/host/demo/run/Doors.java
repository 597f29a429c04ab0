package org.onevisit.housing.host.demo.run;

import java.time.Clock;
import java.time.LocalDate;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.FormView;

/** The doors through which the people of the county go, each as who they are. */
public final class Doors {
    private static final Division NOWHERE = Division.of("000000");
    private final HousingEngine engine;
    private final Clock clock;
    private final FormView form;
    private final Division county;

    /** Doors of an engine, by a clock. */
    public Doors(HousingEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.form = engine.approvalsFor(Actor.officer("demo", Role.WINDOW_CLERK, NOWHERE))
                .form();
        this.county = form.division();
    }

    HousingEngine engine() {
        return engine;
    }

    /** What the county asks. */
    public FormView form() {
        return form;
    }

    /** The virtual day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    ApprovalService clerk() {
        return engine.approvalsFor(
                Actor.officer(HouseholdGenerator.CLERK, Role.WINDOW_CLERK, county, HouseholdGenerator.CITYWIDE));
    }

    ApprovalService applicant(Course course) {
        return engine.approvalsFor(Actor.applicant("applicant", county, course.number()));
    }

    AwardService holder(Course course) {
        return engine.awardsFor(Actor.applicant("applicant", county, course.number()));
    }

    ApprovalService officer(String agency) {
        return engine.approvalsFor(Actor.officer("officer-" + agency, Role.AGENCY_OFFICER, county, agency));
    }

    /** The n-th reviewer of a subdistrict. */
    ApprovalService reviewer(Division subdistrict, int n) {
        return engine.approvalsFor(
                Actor.officer("reviewer-" + subdistrict + "-" + n, Role.SUBDISTRICT_REVIEWER, subdistrict));
    }

    ApprovalService member(String seat) {
        return engine.approvalsFor(Actor.officer("panel-" + seat, Role.PANEL_MEMBER, county, seat));
    }

    ApprovalService chair() {
        return engine.approvalsFor(Actor.officer("chair-1", Role.PANEL_CHAIR, county));
    }

    /** The supervisor of the county. */
    public ApprovalService supervisor() {
        return engine.approvalsFor(Actor.officer("supervisor-1", Role.SUPERVISOR, county));
    }

    /** Awards, for the supervisor of the county. */
    public AwardService awards() {
        return engine.awardsFor(Actor.officer("supervisor-1", Role.SUPERVISOR, county));
    }

    PublicDesk street() {
        return engine.publicDesk();
    }
}
