package org.onevisit.housing.host.fault;

import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;

/** Reviewer and panel of a host with a faulty plugin. */
final class FaultOffice {
    private static final int TRIES = 60;
    private final FaultHost site;

    FaultOffice(FaultHost site) {
        this.site = site;
    }

    /** An application that is eligible, as an officer of the subdistrict has it before them. */
    ApplicationNumber eligible() {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber number = site.accepted();
            site.untilDue(() -> site.clerk().find(number).step() == Step.REVIEWING);
            if (site.clerk().find(number).verdict() == Met.MET) {
                return number;
            }
        }
        throw new AssertionError("no household that is eligible");
    }

    void endorse(ApplicationNumber number) {
        Actor reviewer = Actor.officer(
                "reviewer-1",
                Role.SUBDISTRICT_REVIEWER,
                site.clerk().find(number).routedTo());
        site.host().approvalsFor(reviewer).endorse(number, "情况属实");
    }

    void vote(ApplicationNumber number, String seat) {
        Actor member = Actor.officer("panel-" + seat, Role.PANEL_MEMBER, DrillSite.COUNTY, seat);
        site.host().approvalsFor(member).vote(number, Choice.APPROVE, "联审意见");
    }

    /** Endorses it, and approves it by every seat: its notice is shown next. */
    void decide(ApplicationNumber number) {
        endorse(number);
        vote(number, "housing");
        vote(number, "civil-affairs");
        site.untilDue(() -> site.clerk().find(number).step() == Step.NOTICE_OPEN);
    }
}
