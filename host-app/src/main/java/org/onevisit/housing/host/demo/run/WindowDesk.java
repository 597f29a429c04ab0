package org.onevisit.housing.host.demo.run;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.PauseRule;

/** The window: households hand in, a clerk works the list. */
final class WindowDesk {
    private static final String NOT_COMPETENT = "NOT_COMPETENT";
    private final Doors doors;
    private final Agenda agenda;

    WindowDesk(Doors doors, Agenda agenda) {
        this.doors = doors;
        this.agenda = agenda;
    }

    /** A household hands in. */
    void arrive(Course course) {
        Submission submission = course.arrival().submission();
        ApprovalService clerk = doors.clerk();
        try {
            Application read = clerk.readSubmission(submission.json());
            course.received(clerk.submit(read, "demo-" + submission.index()));
        } catch (HousingException e) {
            course.turnedAway(reason(e));
        }
    }

    private static Outcome reason(HousingException e) {
        if (e.code() == ErrorCode.MALFORMED_SUBMISSION) {
            return Outcome.MALFORMED;
        }
        if (e.code() == ErrorCode.MEMBER_CLAIMED) {
            return Outcome.DUPLICATES_PREVENTED;
        }
        throw e;
    }

    /** The clerk accepts, asks for everything that is missing, or declines. */
    void look(Course course) {
        ApprovalService clerk = doors.clerk();
        boolean asked = course.visits() > 1;
        boolean missing = asked ? !course.script().window().makesGoodWhole() : isIncomplete(course);
        if (course.script().window().notCompetent()) {
            clerk.perform(course.number(), new Command.Decline(NOT_COMPETENT, "模拟：不属于本地受理范围"));
        } else if (!missing) {
            clerk.accept(course.number());
        } else if (asked) {
            clerk.perform(course.number(), new Command.Decline(stillIncomplete(), "模拟：补正后材料仍不齐全"));
        } else {
            clerk.perform(course.number(), new Command.RequestMakeGood());
        }
    }

    private static boolean isIncomplete(Course course) {
        return course.receipt().map(r -> !r.makeGood().isEmpty()).orElse(false);
    }

    private String stillIncomplete() {
        return doors.form().declineReasons().stream()
                .filter(code -> !code.equals(NOT_COMPETENT))
                .findFirst()
                .orElse(NOT_COMPETENT);
    }

    /** The household hands in what was missing; or a copy of what was there already. */
    void makeGood(Course course) {
        Submission submission = course.arrival().submission();
        boolean whole = course.script().window().makesGoodWhole();
        List<Document> papers = whole ? submission.missingPapers() : List.of(copy(submission));
        List<Authorisation> signatures = whole ? signedToday(submission.missingSignatures()) : List.of();
        doors.applicant(course).perform(course.number(), new Command.MakeGood(papers, signatures));
    }

    private static Document copy(Submission submission) {
        Document paper = submission.handedIn().documents().get(0);
        return new Document(paper.id() + "-2", paper.kind(), paper.members(), Optional.empty());
    }

    /** Whoever was taken without every signature signs. */
    void authorise(Course course) {
        if (course.is(Step.CHECKING)) {
            List<Authorisation> signatures =
                    signedToday(course.arrival().submission().missingSignatures());
            doors.applicant(course).perform(course.number(), new Command.Authorise(signatures));
        }
    }

    private List<Authorisation> signedToday(List<Authorisation> signatures) {
        return signatures.stream()
                .map(s -> new Authorisation(s.member(), s.purpose(), s.signedBy(), doors.today(), s.document()))
                .toList();
    }

    /** The applicant withdraws. */
    void withdraw(Course course) {
        if (course.isOpen()) {
            doors.applicant(course).perform(course.number(), new Command.Withdraw("模拟：申请人撤回"));
        }
    }

    /** The clerk stops the clock for a reason of the pack. */
    void pause(Course course) {
        List<PauseRule> reasons = doors.form().pauses();
        if (course.isOpen() && !reasons.isEmpty()) {
            int length = course.script().life().twist().length();
            String reason = reasons.get(length % reasons.size()).reason();
            doors.clerk().perform(course.number(), new Command.Pause(reason, "模拟：暂停"));
            agenda.whenever(length, Desk.WINDOW, course, this::resume);
        }
    }

    private void resume(Course course) {
        if (course.isOpen() && course.isPaused()) {
            doors.clerk().perform(course.number(), new Command.Resume());
        }
    }

    /** The clerk corrects the address; for some also a datum that agencies are asked about. */
    void amend(Course course) {
        if (!course.isOpen()) {
            return;
        }
        Application now = doors.clerk().find(course.number()).application();
        boolean touches = course.script().life().twist().length() % 2 == 0;
        List<Member> members = now.household().members().stream()
                .map(m -> touches && m.id().equals(now.applicant()) ? registeredLater(m) : m)
                .toList();
        Household corrected =
                new Household(now.household().residence(), now.household().address() + "之二", members);
        doors.clerk()
                .perform(
                        course.number(),
                        new Command.Amend(now.toBuilder().household(corrected).build(), "模拟：更正"));
    }

    private static Member registeredLater(Member member) {
        return new Member(
                member.id(),
                member.name(),
                member.relation(),
                member.identity(),
                member.register(),
                member.registeredSince().map(day -> day.plusDays(1)),
                member.maritalStatus(),
                member.guardian());
    }

    /** The applicant has a refusal looked at again. */
    void reconsider(Course course) {
        course.tally().reconsiderations++;
        doors.applicant(course).perform(course.number(), new Command.Reconsider("模拟：对结果有异议"));
    }

    /** The household files its annual review, signed anew. */
    void fileReview(Course course) {
        List<Authorisation> signatures = course.arrival().submission().whole().authorisations();
        doors.holder(course).perform(course.number(), new Command.FileReview(signedToday(signatures)));
    }
}
