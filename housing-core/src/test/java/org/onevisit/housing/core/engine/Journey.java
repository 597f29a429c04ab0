package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.review.AnnualReviewPolicy.NotFiled;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.ApplicationView.Objection;

/** One application in a county of its own, brought to the step that a test begins with. */
final class Journey {
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 3);
    /** The agencies' limit of ten working days is over. */
    private static final String SILENT_UNTIL = "2025-03-18";

    private static final String CHECK = "check-1";
    final County county;
    private final FakeFullOutlet full = new FakeFullOutlet();
    private ApplicationNumber number;

    private Journey(int agencies) {
        county = County.with(agencies, FIRST_DAY, Silence.FLAG, NotFiled.END);
    }

    /** An application at a step; its first agency has kept silent where it was asked and the step allows it. */
    static Journey to(Step step) {
        Journey journey = new Journey(2);
        journey.agencyKeepsSilent();
        switch (step) {
            case RECEIVED -> journey.submit(Set.of());
            case MAKING_GOOD -> journey.makesGood();
            case CHECKING -> journey.accept();
            case REVIEWING -> journey.review();
            case VOTING -> journey.panel();
            case POSTING -> journey.posting();
            case NOTICE_OPEN -> journey.notice();
            case OBJECTED -> journey.objected();
            case APPROVED -> journey.approved();
            case REFUSED -> journey.refused();
            case NOT_ACCEPTED -> journey.submit(Set.of()).clerk(new Command.Decline("NOT_COMPETENT", "须向户籍所在地申请"));
            case LAPSED -> journey.makesGood().on("2025-04-30");
            case WITHDRAWN -> journey.review().clerk(new Command.Withdraw("自愿"));
            case DISCONTINUED -> journey.review().discontinue();
            case ERASED -> throw new IllegalArgumentException("what is erased has no state");
        }
        assertThat(journey.step()).isEqualTo(step);
        return journey;
    }

    ApplicationNumber number() {
        return number;
    }

    State state() {
        return county.engine.core().state(number).orElseThrow();
    }

    Step step() {
        return state().step();
    }

    Journey on(String day) {
        county.on(day);
        return this;
    }

    private void agencyKeepsSilent() {
        county.checks.get(0).answers(inquiry -> Reply.later("ticket-1", FIRST_DAY.plusDays(1)));
    }

    /** An application of which a member has not signed; the window keeps silent, and it counts as accepted. */
    static Journey unsigned(String member) {
        Journey journey = new Journey(2);
        Application whole = journey.county.application();
        journey.submit(whole.toBuilder()
                .authorisations(whole.authorisations().stream()
                        .filter(a -> !a.member().equals(member))
                        .toList())
                .build());
        return journey.on("2025-03-11");
    }

    private Journey submit(Application application) {
        number = county.clerk().submit(application, "").number();
        return this;
    }

    private Journey submit(Set<String> without) {
        return submit(county.application(without));
    }

    private Journey makesGood() {
        return submit(Set.of(Document.HOUSEHOLD_REGISTER)).clerk(new Command.RequestMakeGood());
    }

    private Journey accept() {
        return submit(Set.of()).clerk(new Command.Accept());
    }

    private Journey review() {
        return accept().on(SILENT_UNTIL);
    }

    private Journey panel() {
        return review().by(county.reviewer(), new Command.Endorse("属实"));
    }

    private Journey posting() {
        county.engine.core().outlets().seat("web", 1, new Seat<>(full, "fake.full@1.0.0"));
        return panel().vote(Choice.APPROVE);
    }

    private Journey notice() {
        return panel().vote(Choice.APPROVE);
    }

    private Journey objected() {
        return notice().object();
    }

    private Journey approved() {
        return notice().on("2025-04-30");
    }

    private Journey refused() {
        review().agencyAnswers(1);
        return by(county.reviewer(), new Command.Oppose("名下有住房")).vote(Choice.REFUSE);
    }

    /** The panel's two seats vote alike. */
    Journey vote(Choice choice) {
        return by(county.panel(), new Command.Vote(choice, "理由")).by(county.chair(), new Command.Vote(choice, "理由"));
    }

    Journey object() {
        String item = state().publicity().notice().orElseThrow().item();
        county.engine.publicDesk().object(item, "测试丁", "13800000001", "名下有住房");
        return this;
    }

    /** The id of the objection that is open. */
    String objection() {
        return state().publicity().objections().stream()
                .filter(o -> o.ruling() == Objection.Ruling.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
    }

    Journey discontinue() {
        return by(
                county.supervisor(),
                new Command.Discontinue(Command.Discontinue.Cause.LISTED_WITHOUT_CONSENT, "成员未同意"));
    }

    Journey pause() {
        return clerk(new Command.Pause("HEARING", "听证"));
    }

    /** Days go by until the longest pause is over, and no longer. */
    Journey pauseOver() {
        return on(today().plusDays(8).toString());
    }

    Journey amend() {
        Application corrected = state().application().toBuilder()
                .contact(new Contact("13800000009", Set.of(Contact.Way.PAPER)))
                .build();
        return clerk(new Command.Amend(corrected, "手机号有误"));
    }

    Journey revoke() {
        String purpose = org.onevisit.housing.model.Authorisation.HOUSING_SECURITY_VERIFICATION;
        return clerk(new Command.RevokeAuthorisation("m2", purpose, "不再同意"));
    }

    /** The first agency answers about everybody: so many homes each. */
    DeliveryOutcome agencyAnswers(int homes) {
        Slot slot = state().verification().slots().get(CHECK);
        return county.engine.inbox().deliver(CHECK, slot.inquiry(), finding(homes));
    }

    private Finding finding(int homes) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        state().application()
                .household()
                .members()
                .forEach(
                        member -> answers.put(member.id(), Answer.facts(today()).put(FactKey.HOME_COUNT, homes)));
        return Finding.of(answers);
    }

    private LocalDate today() {
        return Days.of(county.clock.instant());
    }

    Journey clerk(Command command) {
        return by(county.clerk(), command);
    }

    Journey by(ApprovalService door, Command command) {
        door.perform(number, command);
        return this;
    }
}
