package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Reply;

/** Mutual recognition (结果互认): what was found for one application is used for another while it is fresh and authorised. */
class RecognitionTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final String PURPOSE = Authorisation.HOUSING_SECURITY_VERIFICATION;
    private final County county = County.with(2, FIRST);

    private State state(ApplicationNumber number) {
        return county.engine.core().state(number).orElseThrow();
    }

    private Slot slot(ApplicationNumber number, String check) {
        return state(number).verification().slots().get(check);
    }

    /** The household's first application: every agency has answered, and then it is withdrawn. */
    private ApplicationNumber first() {
        ApplicationNumber number = county.accepted();
        assertThat(state(number).step()).isEqualTo(Step.REVIEWING);
        county.clerk().perform(number, new Command.Withdraw("改期再办"));
        return number;
    }

    private List<String> asked(ApplicationNumber number) {
        return county.checks.stream()
                .flatMap(check -> check.asked().stream())
                .filter(inquiry -> inquiry.startsWith(number.value() + "."))
                .toList();
    }

    @Test
    @DisplayName(
            "a second application of the household asks nobody while every finding is fresh, and goes on in the same commit")
    void nobodyIsAskedTwice() {
        ApplicationNumber first = first();
        county.on("2025-05-30");
        ApplicationNumber second = county.accepted();
        assertThat(asked(second)).isEmpty();
        assertThat(state(second).step()).isEqualTo(Step.REVIEWING);
        Slot slot = slot(second, "check-1");
        assertThat(slot.status()).isEqualTo(Slot.Status.ANSWERED);
        assertThat(slot.calls()).isZero();
        assertThat(slot.answers()).isEqualTo(slot(first, "check-1").answers()).containsOnlyKeys("m1", "m2", "m3");
        assertThat(slot.source("m2").inquiry()).isEqualTo(first + ".check-1.1");
        assertThat(slot.source("m2").stamp()).isEqualTo("fake.check-1@1.0.0");
        assertThat(slot.source("m2").recognised()).isTrue();
        assertThat(county.clerk().explanation(second).judgement().overall())
                .isEqualTo(org.onevisit.housing.explanation.Met.MET);
    }

    @Test
    @DisplayName(
            "the other dossier's access log tells of it before anything is copied, once, and its journal is left alone")
    void theOtherDossierTells() {
        ApplicationNumber first = first();
        int events = county.store.events(first, 0).size();
        ApplicationNumber second = county.accepted();
        assertThat(county.store.accesses(first))
                .filteredOn(row -> row.actor().equals("system"))
                .extracting(AccessRow::role, AccessRow::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SYSTEM", "recognition for " + second));
        assertThat(county.store.events(first, 0)).hasSize(events);
        assertThat(county.clerk().journal(second))
                .filteredOn(entry -> entry.type().equals("FINDING_RECOGNISED"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.outcomes()).doesNotContain(first.value()));
    }

    @Test
    @DisplayName("a finding is fresh to its last day and not a day longer, counted from the day that it speaks of")
    void freshToTheLastDay() {
        ApplicationNumber first = first();
        LocalDate last = StateCouncilCalendar.bundled()
                .after(FIRST, DayCount.calendar(90))
                .day();
        county.on(last.toString());
        ApplicationNumber fresh = county.accepted();
        assertThat(asked(fresh)).isEmpty();
        county.clerk().perform(fresh, new Command.Withdraw("改期再办"));
        county.on(last.plusDays(1).toString());
        ApplicationNumber late = county.accepted();
        assertThat(asked(late)).containsExactly(late + ".check-1.1", late + ".check-2.1");
        assertThat(slot(first, "check-1").answers()).isNotEmpty();
    }

    @Test
    @DisplayName("a finding that was recognised lends nothing of its own: freshness counts from the agency's answer")
    void noChains() {
        ApplicationNumber first = first();
        county.on("2025-05-20");
        ApplicationNumber second = county.accepted();
        assertThat(slot(second, "check-1").source("m1").inquiry()).isEqualTo(first + ".check-1.1");
        county.clerk().perform(second, new Command.Withdraw("改期再办"));
        county.clerk().perform(first, new Command.RevokeAuthorisation("m1", PURPOSE, "不同意再用"));
        ApplicationNumber third = county.accepted();
        assertThat(slot(third, "check-1").answers().keySet()).containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(slot(third, "check-1").source("m1").recognised()).isFalse();
        assertThat(slot(third, "check-1").source("m2").recognised()).isTrue();
        assertThat(asked(third)).containsExactly(third + ".check-1.1", third + ".check-2.1");
    }

    @Test
    @DisplayName("an agency's own last day is kept, whatever the pack allows")
    void validUntil() {
        county.checks
                .get(0)
                .answers(inquiry -> Reply.now(
                        new Finding(FakeCheck.homes(inquiry, 0).answers(), Optional.of(LocalDate.of(2025, 3, 20)))));
        first();
        county.on("2025-03-20");
        ApplicationNumber second = county.accepted();
        assertThat(asked(second)).isEmpty();
        county.clerk().perform(second, new Command.Withdraw("改期再办"));
        county.on("2025-03-21");
        ApplicationNumber third = county.accepted();
        assertThat(asked(third)).containsExactly(third + ".check-1.1");
    }

    @Test
    @DisplayName("where an agency could not say anything it is asked again, for that person alone")
    void cannotAnswerIsAskedAgain() {
        county.checks.get(0).answers(inquiry -> {
            Map<String, Answer> answers =
                    new LinkedHashMap<>(FakeCheck.homes(inquiry, 0).answers());
            answers.put("m2", Answer.cannotAnswer("重名"));
            return Reply.now(Finding.of(answers));
        });
        first();
        java.util.Set<String> persons = new java.util.TreeSet<>();
        county.checks.get(0).answers(inquiry -> {
            inquiry.persons().forEach(person -> persons.add(person.id()));
            return Reply.now(FakeCheck.homes(inquiry, 0));
        });
        ApplicationNumber second = county.accepted();
        assertThat(persons).containsExactly("m2");
        assertThat(slot(second, "check-1").answers()).containsOnlyKeys("m1", "m2", "m3");
    }

    @Test
    @DisplayName("a contradicted finding is never used again")
    void contradictedIsAskedAgain() {
        ApplicationNumber first = county.accepted();
        county.engine.inbox().deliver("check-1", first + ".check-1.1", homes(1));
        county.clerk().perform(first, new Command.Withdraw("改期再办"));
        ApplicationNumber second = county.accepted();
        assertThat(asked(second)).containsExactly(second + ".check-1.1");
    }

    private static Finding homes(int homes) {
        return Finding.of("m1", Answer.facts(FIRST).put(FactKey.HOME_COUNT, homes));
    }

    @Test
    @DisplayName(
            "of another household only the person who stands in both is recognised, under the id that they have here")
    void onlyThePersonInBoth() {
        first();
        Application alone = alone();
        ApplicationNumber second = county.clerk().submit(alone, "").number();
        county.clerk().accept(second);
        assertThat(asked(second)).isEmpty();
        assertThat(slot(second, "check-1").answers()).containsOnlyKeys("p1");
    }

    /** The spouse of the sample household, alone, under another id. */
    private Application alone() {
        Application whole = county.application();
        Member spouse = whole.household().member("m2").orElseThrow();
        Member self =
                County.member("p1", Member.Relation.SELF, spouse.identity().number(), Optional.empty());
        return whole.toBuilder()
                .applicant("p1")
                .household(new Household(County.DANGHU, "测试路2号", List.of(self)))
                .documents(whole.documents().stream()
                        .map(d -> new org.onevisit.housing.model.Document(
                                d.id(),
                                d.kind(),
                                d.members().isEmpty() ? List.of() : List.of("p1"),
                                d.originalSeenBy()))
                        .toList())
                .authorisations(List.of(new Authorisation("p1", PURPOSE, "p1", FIRST, "d4")))
                .build();
    }

    @Test
    @DisplayName("after a member revoked their signature, in whichever application, nothing about them is used again")
    void revokedIsAskedAgain() {
        ApplicationNumber first = first();
        county.on("2025-03-10");
        county.clerk().perform(first, new Command.RevokeAuthorisation("m2", PURPOSE, "不同意再用"));
        java.util.Set<String> persons = new java.util.TreeSet<>();
        county.checks.get(0).answers(inquiry -> {
            inquiry.persons().forEach(person -> persons.add(person.id()));
            return Reply.now(FakeCheck.homes(inquiry, 0));
        });
        ApplicationNumber second = county.accepted();
        assertThat(persons).containsExactly("m2");
        assertThat(slot(second, "check-1").source("m1").recognised()).isTrue();
    }

    @Test
    @DisplayName("while a refusal can be reconsidered its findings can be used, afterwards its signatures have ended")
    void endOnIneligibility() {
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 1)));
        ApplicationNumber refused = county.accepted();
        county.reviewer().perform(refused, new Command.Oppose("名下有住房"));
        county.panel().vote(refused, Command.Vote.Choice.REFUSE, "名下有住房");
        county.chair().vote(refused, Command.Vote.Choice.REFUSE, "名下有住房");
        assertThat(state(refused).step()).isEqualTo(Step.REFUSED);
        ApplicationNumber soon = county.accepted();
        assertThat(asked(soon)).isEmpty();
        county.clerk().perform(soon, new Command.Withdraw("改期再办"));
        county.on("2025-04-10");
        ApplicationNumber later = county.accepted();
        assertThat(asked(later)).containsExactly(later + ".check-1.1", later + ".check-2.1");
    }

    @Test
    @DisplayName("a check that the pack wants asked anew is asked whatever was found")
    void askedAnew() {
        county.policy.askedAnew(Set.of("check-2"));
        first();
        ApplicationNumber second = county.accepted();
        assertThat(asked(second)).containsExactly(second + ".check-2.1");
        assertThat(slot(second, "check-1").source("m1").recognised()).isTrue();
    }
}
