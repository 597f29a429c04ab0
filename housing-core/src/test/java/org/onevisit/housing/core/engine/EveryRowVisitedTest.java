package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.flow.FlowTable;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;

/** An engine is driven over the whole table, and its journals are read: a row that no application ever went over is no row. */
class EveryRowVisitedTest {
    private static final List<Step> PUBLISHED = List.of(Step.POSTING, Step.NOTICE_OPEN, Step.OBJECTED);
    private final Visits visits = new Visits();

    @Test
    @DisplayName("every row of the flow is visited")
    void everyRowIsVisited() {
        Arrays.stream(Step.values()).filter(Step::isOpen).forEach(this::fromAnOpenStep);
        intake();
        verification();
        review();
        publicity();
        revocations();
        findings();
        assertThat(FlowTable.all())
                .filteredOn(row -> !visits.rows().contains(row))
                .extracting(row -> row.from() + " " + row.trigger())
                .as("rows never visited")
                .isEmpty();
    }

    private void fromAnOpenStep(Step step) {
        Journey paused =
                Journey.to(step).pause().clerk(new Command.Resume()).pause().pauseOver();
        ends(paused, step);
        assertThat(paused.state().timeline().pause()).isEmpty();
        boolean intake = step.stage().equals(Optional.of(Stage.INTAKE));
        Journey amended = Journey.to(step).amend();
        ends(amended, intake ? step : step == Step.CHECKING ? Step.CHECKING : Step.REVIEWING);
        if (!intake) {
            Journey extended = Journey.to(step);
            ends(extended.by(extended.county.supervisor(), new Command.Extend("情况复杂")), step);
        }
        Journey mine = Journey.to(step);
        ends(mine.by(mine.county.applicant(mine.number()), new Command.Withdraw("自愿")), Step.WITHDRAWN);
        ends(Journey.to(step).discontinue(), Step.DISCONTINUED);
        ends(Journey.to(step).revoke(), step);
    }

    private void intake() {
        Journey made = Journey.to(Step.MAKING_GOOD);
        Document register =
                new Document("d9", Document.HOUSEHOLD_REGISTER, List.of("m1", "m2", "m3"), Optional.empty());
        ends(made.clerk(new Command.MakeGood(List.of(register), List.of())), Step.RECEIVED);
        ends(Journey.to(Step.NOT_ACCEPTED), Step.NOT_ACCEPTED);
        ends(Journey.to(Step.LAPSED), Step.LAPSED);
    }

    private void verification() {
        Journey unsigned = Journey.unsigned("m2");
        assertThat(unsigned.step()).isEqualTo(Step.CHECKING);
        Authorisation signature =
                new Authorisation("m2", Authorisation.HOUSING_SECURITY_VERIFICATION, "m2", Journey.FIRST_DAY, "d4");
        ends(unsigned.clerk(new Command.Authorise(List.of(signature))), Step.REVIEWING);
    }

    private void review() {
        Journey again = Journey.to(Step.REVIEWING);
        ends(again.by(again.county.reviewer(), new Command.Recheck(Set.of("check-1"), "再查")), Step.CHECKING);
        Journey opposed = Journey.to(Step.REVIEWING);
        ends(opposed.by(opposed.county.reviewer(), new Command.Oppose("不属实")), Step.VOTING);
        ends(Journey.to(Step.VOTING).vote(Choice.RETURN), Step.REVIEWING);
        ends(Journey.to(Step.REFUSED).clerk(new Command.Reconsider("请复核")), Step.CHECKING);
    }

    private void publicity() {
        Journey twice = Journey.to(Step.OBJECTED).object();
        chair(twice, new Command.DismissObjection(twice.objection(), "不成立"));
        ends(twice, Step.OBJECTED);
        chair(twice, new Command.DismissObjection(twice.objection(), "不成立"));
        ends(twice, Step.NOTICE_OPEN);
        Journey upheld = Journey.to(Step.OBJECTED);
        ends(chair(upheld, new Command.UpholdObjection(upheld.objection(), "成立")), Step.VOTING);
    }

    private void revocations() {
        for (Step step : List.of(Step.APPROVED, Step.REFUSED, Step.WITHDRAWN)) {
            ends(Journey.to(step).revoke(), step);
        }
    }

    private void findings() {
        for (Step step :
                List.of(Step.REVIEWING, Step.VOTING, Step.APPROVED, Step.REFUSED, Step.WITHDRAWN, Step.DISCONTINUED)) {
            Journey late = Journey.to(step);
            late.agencyAnswers(0);
            ends(late, step);
        }
        for (Step step : PUBLISHED) {
            Journey good = Journey.to(step);
            good.agencyAnswers(0);
            ends(good, step);
            Journey bad = Journey.to(step);
            bad.agencyAnswers(1);
            ends(bad, Step.VOTING);
        }
    }

    private static Journey chair(Journey journey, Command command) {
        return journey.by(journey.county.chair(), command);
    }

    private void ends(Journey journey, Step step) {
        assertThat(journey.step()).isEqualTo(step);
        visits.replay(journey.county.engine.core(), journey.number());
    }
}
