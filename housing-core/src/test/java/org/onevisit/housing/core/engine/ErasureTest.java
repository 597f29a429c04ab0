package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.Erasure;
import org.onevisit.housing.view.JournalEntry;

/** What a county destroys, it cannot show any more; what it still needs, it does not destroy. */
class ErasureTest {
    private static final String WHY = "保管期满，批准文号〔2036〕12号";
    private static final String LATER = "2036-01-05";

    @Test
    @DisplayName("an erased application: the key is gone, the journal stays, chained, with one entry more")
    void journalStays() {
        Journey ended = ended();
        List<EventRow> before = events(ended);
        Erasure made = operator(ended.county).erase(ended.number(), WHY);
        assertThat(made.entries()).isEqualTo(before.size() + 1);
        assertThat(made.at()).contains(ended.county.clock.instant());
        List<EventRow> after = events(ended);
        assertThat(after.subList(0, before.size())).usingRecursiveComparison().isEqualTo(before);
        assertThat(after).allMatch(ended.county.engine.core().journal()::holds);
        EventRow last = after.get(after.size() - 1);
        assertThat(last.previous()).isEqualTo(after.get(after.size() - 2).hash());
        assertThat(last.header()).contains("ERASED").doesNotContain("保管期满");
        StoredApplication left = ended.county.store.load(ended.number()).orElseThrow();
        assertThat(left.erased()).isTrue();
        assertThat(left.state().sealed()).isEmpty();
    }

    @Test
    @DisplayName(
            "every door says erased: the dossier, evidence, explanation, papers, documents, the award, every command")
    void everyDoorSaysErased() {
        Journey ended = ended();
        ApplicationNumber number = ended.number();
        operator(ended.county).erase(number, WHY);
        ApprovalService clerk = ended.county.clerk();
        List<ThrowingCallable> doors = List.of(
                () -> clerk.find(number),
                () -> clerk.progress(number),
                () -> clerk.evidence(number),
                () -> clerk.origins(number),
                () -> clerk.explanation(number),
                () -> clerk.clock(number),
                () -> clerk.disclosures(number),
                () -> clerk.paper(number, "receipt"),
                () -> clerk.attachment(number, "d1"),
                () -> clerk.attach(number, "d1", new byte[] {'%', 'P', 'D', 'F', '-'}),
                () -> clerk.perform(number, new Command.Withdraw("自愿")),
                () -> clerk.perform(number, new Command.Amend(ended.county.application(), "更正")),
                () -> ended.county
                        .engine
                        .awardsFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                        .find(number));
        for (ThrowingCallable door : doors) {
            assertThat(code(door)).isEqualTo(ErrorCode.ERASED);
        }
    }

    @Test
    @DisplayName(
            "lists show it as erased, the journal its headers; nobody finds it by a person, a receipt, or a repeated request")
    void listsShowIt() {
        Journey ended = ended();
        ApplicationNumber number = ended.number();
        String receipt = ended.state().identity().receipt();
        operator(ended.county).erase(number, WHY);
        ApprovalService clerk = ended.county.clerk();
        assertThat(clerk.list(Optional.empty(), Optional.empty(), false, "", 10).items())
                .extracting(ApplicationSummary::number, ApplicationSummary::step)
                .containsExactly(org.assertj.core.api.Assertions.tuple(number, Step.ERASED));
        assertThat(clerk.journal(number)).last().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("ERASED");
            assertThat(entry.step()).isEqualTo("ERASED");
            assertThat(entry.actor()).isEqualTo("operator");
        });
        assertThat(clerk.search(ResidentId.parse("330499199003070014"))).isEmpty();
        assertThat(code(() -> ended.county.engine.publicDesk().progress(receipt, "0014")))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(ended.county
                        .engine
                        .core()
                        .store()
                        .find(ended.county.engine.core().rows().receipt(receipt)))
                .isEmpty();
        ended.county.on("2036-01-06");
        assertThat(ended.county.submitted().number()).isNotEqualTo(number);
    }

    @Test
    @DisplayName("whoever may not read an application may not read what stays of it")
    void scopeStays() {
        Journey ended = ended();
        operator(ended.county).erase(ended.number(), WHY);
        ApprovalService elsewhere = ended.county.engine.approvalsFor(
                Actor.officer("far", Role.SUBDISTRICT_REVIEWER, Division.of("330482002")));
        assertThat(code(() -> elsewhere.journal(ended.number()))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(ended.county.reviewer().journal(ended.number())).isNotEmpty();
    }

    @Test
    @DisplayName("a second erasure changes nothing and tells of the first")
    void secondIsHarmless() {
        Journey ended = ended();
        Erasure first = operator(ended.county).erase(ended.number(), WHY);
        ended.county.on("2036-02-01");
        assertThat(operator(ended.county).erase(ended.number(), "又一次")).isEqualTo(first);
        assertThat(operator(ended.county).erasable(ended.number())).isEqualTo(first);
        assertThat(first.reasons()).isEqualTo(WHY);
        assertThat(events(ended)).hasSize((int) first.entries());
    }

    @Test
    @DisplayName("open, with an award that runs, or within the years it is kept: refused, with why and what to do")
    void refusedWhileNeeded() {
        Journey open = Journey.to(Step.REVIEWING);
        open.county.clock.to(java.time.LocalDate.parse(LATER));
        assertRefused(open, "尚在办理");
        Journey granted = Journey.to(Step.APPROVED);
        granted.county.clock.to(java.time.LocalDate.parse("2025-05-06"));
        assertRefused(granted, "保障资格仍在执行");
        Journey young = Journey.to(Step.WITHDRAWN);
        young.on("2035-03-17");
        assertRefused(young, "2035-03-18 起方可销毁");
        assertThat(code(() -> operator(young.county).erasable(young.number()))).isEqualTo(ErrorCode.NOT_ERASABLE);
        young.on("2035-03-18");
        assertThat(operator(young.county).erasable(young.number()).at()).isEmpty();
        assertThat(young.step()).isEqualTo(Step.WITHDRAWN);
        operator(young.county).erase(young.number(), WHY);
    }

    private static void assertRefused(Journey journey, String why) {
        long revision = revision(journey);
        assertThatThrownBy(() -> operator(journey.county).erase(journey.number(), WHY))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_ERASABLE));
        assertThat(revision(journey)).isEqualTo(revision);
    }

    @Test
    @DisplayName("operators and supervisors of the county erase, nobody else")
    void whoMay() {
        Journey ended = ended();
        for (Role role : Role.values()) {
            Actor here = role == Role.APPLICANT
                    ? Actor.applicant("one", County.PINGHU, ended.number())
                    : Actor.officer("one", role, County.PINGHU, "agency-1");
            boolean may = role == Role.OPERATOR || role == Role.SUPERVISOR;
            MaintenanceService door = ended.county.engine.maintenanceFor(here);
            if (may) {
                assertThat(door.erasable(ended.number()).at()).isEmpty();
            } else {
                assertThat(code(() -> door.erasable(ended.number()))).isEqualTo(ErrorCode.FORBIDDEN);
                assertThat(code(() -> door.erase(ended.number(), WHY))).isEqualTo(ErrorCode.FORBIDDEN);
            }
        }
        Actor far = Actor.officer("far", Role.SUPERVISOR, Division.of("330481"));
        assertThat(code(() -> ended.county.engine.maintenanceFor(far).erase(ended.number(), WHY)))
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(code(() -> operator(ended.county).erase(ApplicationNumber.of("330482-2025-999999"), WHY)))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(ended.step()).isEqualTo(Step.WITHDRAWN);
    }

    @Test
    @DisplayName("reasons are asked for, and may not hold what looks like a person's number")
    void reasonsHoldNobody() {
        Journey ended = ended();
        for (String reasons : List.of("", " ", "某某 330499199003070014", "电话13800000000", "字".repeat(201))) {
            assertThat(code(() -> operator(ended.county).erase(ended.number(), reasons)))
                    .isEqualTo(ErrorCode.BAD_ARGUMENT);
        }
        assertThat(ended.step()).isEqualTo(Step.WITHDRAWN);
    }

    @Test
    @DisplayName("followers are told")
    void followersAreTold() {
        Journey ended = ended();
        List<JournalEntry> told = new ArrayList<>();
        ended.county.engine.follow("test", told::add);
        operator(ended.county).erase(ended.number(), WHY);
        assertThat(told).last().extracting(JournalEntry::type).isEqualTo("ERASED");
    }

    @Test
    @DisplayName("work that is due, supervision and studies pass over what is erased")
    void workGoesOn() {
        Journey ended = ended();
        String inquiry = ended.state().verification().slots().get("check-1").inquiry();
        operator(ended.county).erase(ended.number(), WHY);
        Answer none = Answer.facts(java.time.LocalDate.parse(LATER)).put(FactKey.HOME_COUNT, 0);
        assertThat(ended.county.engine.inbox().deliver("check-1", inquiry, Finding.of(java.util.Map.of("m1", none))))
                .isEqualTo(DeliveryOutcome.UNKNOWN_INQUIRY);
        ApplicationNumber other = ended.county.submitted().number();
        ended.county.on("2036-03-03");
        Actor supervisor = Actor.officer("supervisor", Role.SUPERVISOR, County.PINGHU);
        assertThat(ended.county.engine.supervisionFor(supervisor).overdue(10))
                .extracting(item -> item.number())
                .doesNotContain(ended.number());
        assertThat(ended.county
                        .engine
                        .supervisionFor(supervisor)
                        .duty(java.time.YearMonth.of(2036, 1))
                        .rows())
                .isNotEmpty();
        assertThat(ended.county.engine.supervisionFor(supervisor).reviews()).isEmpty();
        operator(ended.county).difference(ended.county.policy, change -> {});
        assertThat(ended.county.clerk().find(other).step()).isNotEqualTo(Step.ERASED);
    }

    private static Journey ended() {
        return Journey.to(Step.WITHDRAWN).on(LATER);
    }

    private static MaintenanceService operator(County county) {
        return county.engine.maintenanceFor(Actor.officer("operator", Role.OPERATOR, County.PINGHU));
    }

    private static List<EventRow> events(Journey journey) {
        return journey.county.store.events(journey.number(), 0);
    }

    private static long revision(Journey journey) {
        return journey.county.store.load(journey.number()).orElseThrow().state().revision();
    }

    private static ErrorCode code(ThrowingCallable door) {
        HousingException refused = catchThrowableOfType(HousingException.class, door);
        assertThat(refused).isNotNull();
        return refused.code();
    }
}
