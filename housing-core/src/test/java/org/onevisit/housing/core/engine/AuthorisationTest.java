package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.Reply;

/** Nobody is asked about a member whose signature does not hold. */
class AuthorisationTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final String PURPOSE = Authorisation.HOUSING_SECURITY_VERIFICATION;
    private static final String BABY = "330499202503010012";
    private final County county = County.with(2, FIRST);
    private ApplicationNumber number = ApplicationNumber.of("none");

    private State state() {
        return county.engine.core().state(number).orElseThrow();
    }

    private Slot slot(int i) {
        return state().verification().slots().get("check-" + i);
    }

    /** An application of which the first agency promised, and the second has answered. */
    private void promised() {
        county.checks.get(0).answers(inquiry -> Reply.later("ticket-1", FIRST.plusDays(1)));
        number = county.accepted();
        assertThat(slot(1).status()).isEqualTo(Slot.Status.PROMISED);
    }

    private void revoke(String member) {
        county.applicant(number).perform(number, new Command.RevokeAuthorisation(member, PURPOSE, "不再同意"));
    }

    @Test
    @DisplayName("after a revocation nothing more is sent, no answer is taken, and at the limit it is a known fact")
    void revoked() {
        promised();
        int calls = county.checks.get(0).asked().size();
        revoke("m2");
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        assertThat(Fold.holder(state())).isEqualTo("applicant");
        county.on("2025-03-10");
        assertThat(county.checks.get(0).asked()).hasSize(calls);
        assertThat(county.officer(1).answer(slot(1).inquiry(), FakeFindings.homes(state(), 0)))
                .isEqualTo(DeliveryOutcome.UNKNOWN_PERSON);
        assertThat(county.engine.inbox().deliver("check-1", "ticket-1", FakeFindings.homes(state(), 0)))
                .isEqualTo(DeliveryOutcome.UNKNOWN_PERSON);
        assertThat(slot(1).answers()).isEmpty();
        county.on("2025-03-18");
        assertThat(slot(1).status()).isEqualTo(Slot.Status.OVERDUE);
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
        assertThat(county.clerk().find(number).slots().get(0).cause()).hasValue("成员已撤回授权，已超过答复时限");
    }

    @Test
    @DisplayName("an answer that was on its way when the signature was revoked is not taken")
    void answerOnItsWay() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            County busy = County.onThreads(1, FIRST, threads);
            CountDownLatch revoked = new CountDownLatch(1);
            busy.checks.get(0).answers(inquiry -> {
                awaited(revoked);
                return Reply.now(FakeCheck.homes(inquiry, 0));
            });
            ApplicationNumber one = busy.accepted();
            busy.clerk().perform(one, new Command.RevokeAuthorisation("m2", PURPOSE, "不再同意"));
            revoked.countDown();
            Awaitility.await().until(() -> busy.engine.callsInFlight() == 0);
            Slot slot = busy.engine
                    .core()
                    .state(one)
                    .orElseThrow()
                    .verification()
                    .slots()
                    .get("check-1");
            assertThat(slot.answers()).isEmpty();
            assertThat(slot.status()).isEqualTo(Slot.Status.UNAUTHORISED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("a new signature opens what the revocation had closed, under the same inquiry and ticket")
    void signedAgain() {
        promised();
        revoke("m2");
        String inquiry = slot(1).inquiry();
        county.checks.get(0).answers(again -> {
            assertThat(again.earlierTicket()).hasValue("ticket-1");
            return Reply.now(FakeCheck.homes(again, 0));
        });
        county.clerk().perform(number, new Command.Authorise(List.of(signature("m2"))));
        assertThat(slot(1).inquiry()).isEqualTo(inquiry);
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
    }

    private Authorisation signature(String member) {
        return new Authorisation(member, PURPOSE, member.equals("m3") ? "m1" : member, FIRST, "d4");
    }

    @Test
    @DisplayName("only a signature that is there can be revoked, and reasons are given; the page says so before")
    void whatCanBeRevoked() {
        promised();
        assertRefused(new Command.RevokeAuthorisation("m9", PURPOSE, "x"), ErrorCode.BAD_ARGUMENT);
        assertRefused(new Command.RevokeAuthorisation("m1", "ADVERTISING", "x"), ErrorCode.BAD_ARGUMENT);
        assertRefused(new Command.RevokeAuthorisation("m1", PURPOSE, " "), ErrorCode.EVIDENCE_MISSING);
        assertThat(county.clerk().find(number).allows(Action.REVOKE_AUTHORISATION))
                .isTrue();
        List.of("m1", "m2", "m3").forEach(this::revoke);
        assertThat(county.clerk().find(number).allows(Action.REVOKE_AUTHORISATION))
                .isFalse();
        assertThatThrownBy(() -> county.reviewer().perform(number, new Command.RevokeAuthorisation("m1", PURPOSE, "x")))
                .isInstanceOf(HousingException.class);
    }

    private void assertRefused(Command command, ErrorCode code) {
        assertThatThrownBy(() -> county.clerk().perform(number, command))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Application amended(List<Member> members, List<Authorisation> authorisations) {
        Application old = state().application();
        return old.toBuilder()
                .household(new Household(
                        old.household().residence(), old.household().address(), members))
                .authorisations(authorisations)
                .build();
    }

    private void amend(Application application) {
        county.clerk().perform(number, new Command.Amend(application, "成员变化"));
    }

    private List<Member> withBaby() {
        List<Member> members = new ArrayList<>(state().application().household().members());
        members.add(County.member("m4", Member.Relation.CHILD, BABY, Optional.of("m1")));
        return members;
    }

    private List<Member> withoutSpouse() {
        return state().application().household().members().stream()
                .filter(m -> !m.id().equals("m2"))
                .toList();
    }

    @Test
    @DisplayName("when a member comes all sign again: until then the slots stay closed, and nothing is sent")
    void allSignAgain() {
        number = county.accepted();
        int calls = county.checks.get(0).asked().size();
        amend(amended(withBaby(), state().application().authorisations()));
        assertThat(state().application().authorisations()).isEmpty();
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        assertThat(slot(1).asked()).containsExactly("m4");
        assertThat(slot(1).answers()).containsOnlyKeys("m1", "m2", "m3");
        assertThat(county.checks.get(0).asked()).hasSize(calls);
        assertThat(types()).contains("AUTHORISATIONS_ENDED");
        List<Authorisation> again = new ArrayList<>(List.of(signature("m1"), signature("m2"), signature("m3")));
        county.clerk().perform(number, new Command.Authorise(again));
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        county.clerk()
                .perform(number, new Command.Authorise(List.of(new Authorisation("m4", PURPOSE, "m1", FIRST, "d4"))));
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
        assertThat(slot(1).answers()).containsOnlyKeys("m1", "m2", "m3", "m4");
    }

    private List<String> types() {
        return county.clerk().journal(number).stream()
                .map(entry -> entry.type())
                .toList();
    }

    @Test
    @DisplayName("signatures that come with the amendment count as signed again")
    void signedWithTheAmendment() {
        number = county.accepted();
        county.on("2025-03-05");
        LocalDate today = LocalDate.of(2025, 3, 5);
        List<Authorisation> again = List.of(
                new Authorisation("m1", PURPOSE, "m1", today, "d4"),
                new Authorisation("m2", PURPOSE, "m2", today, "d4"),
                new Authorisation("m3", PURPOSE, "m1", today, "d4"),
                new Authorisation("m4", PURPOSE, "m1", today, "d4"));
        amend(amended(withBaby(), again));
        assertThat(types()).doesNotContain("AUTHORISATIONS_ENDED");
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
    }

    @Test
    @DisplayName("where the county lets signatures outlive a change only the new member signs")
    void onlyTheNewMemberSigns() {
        county.policy.signaturesOutliveChange();
        number = county.accepted();
        amend(amended(withBaby(), state().application().authorisations()));
        assertThat(state().application().authorisations())
                .extracting(Authorisation::member)
                .containsExactly("m1", "m2", "m3");
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        county.clerk()
                .perform(number, new Command.Authorise(List.of(new Authorisation("m4", PURPOSE, "m1", FIRST, "d4"))));
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
    }

    @Test
    @DisplayName("who has left is asked about no more, and the signature goes with them")
    void whoHasLeft() {
        county.policy.signaturesOutliveChange();
        promised();
        amend(amended(withoutSpouse(), state().application().authorisations()));
        assertThat(state().application().authorisations())
                .extracting(Authorisation::member)
                .containsExactly("m1", "m3");
        assertThat(slot(1).asked()).containsExactlyInAnyOrder("m1", "m3");
        assertThat(slot(2).answers()).containsOnlyKeys("m1", "m3");
        assertThat(county.engine.inbox().deliver("check-1", "ticket-1", FakeFindings.homes(state(), 0)))
                .isEqualTo(DeliveryOutcome.APPLIED);
        assertThat(state().step()).isEqualTo(Step.REVIEWING);
    }

    @Test
    @DisplayName("when a member goes and all have to sign again, what is still out is closed")
    void runningInquiriesAreClosed() {
        promised();
        amend(amended(withoutSpouse(), state().application().authorisations()));
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        county.clerk().perform(number, new Command.Authorise(List.of(signature("m1"), signature("m3"))));
        assertThat(slot(1).status()).isEqualTo(Slot.Status.PROMISED);
    }

    @Test
    @DisplayName("under an id that now stands for somebody else nothing of the other person is kept")
    void anotherPersonUnderTheSameId() {
        county.policy.signaturesOutliveChange();
        number = county.accepted();
        List<Member> members = state().application().household().members().stream()
                .map(m -> m.id().equals("m2")
                        ? County.member("m2", Member.Relation.SPOUSE, "330499199003070030", Optional.empty())
                        : m)
                .toList();
        amend(amended(members, state().application().authorisations()));
        assertThat(state().application().authorisations())
                .extracting(Authorisation::member)
                .containsExactly("m1", "m3");
        assertThat(slot(1).answers()).containsOnlyKeys("m1", "m3");
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
    }

    @Test
    @DisplayName("a minor who has come of age signs for themself in the next round; the guardian no longer can")
    void comeOfAge() {
        number = ofAgeOn("330499200703050028");
        county.on("2025-03-06");
        county.reviewer().perform(number, new Command.Recheck(java.util.Set.of("check-1"), "再查"));
        assertThat(slot(1).status()).isEqualTo(Slot.Status.UNAUTHORISED);
        LocalDate today = LocalDate.of(2025, 3, 6);
        assertRefused(
                new Command.Authorise(List.of(new Authorisation("m3", PURPOSE, "m1", today, "d4"))),
                ErrorCode.BAD_ARGUMENT);
        county.clerk()
                .perform(number, new Command.Authorise(List.of(new Authorisation("m3", PURPOSE, "m3", today, "d4"))));
        assertThat(slot(1).status()).isEqualTo(Slot.Status.ANSWERED);
    }

    /** The sample household with another child; accepted. */
    private ApplicationNumber ofAgeOn(String child) {
        Application whole = county.application();
        List<Member> members = whole.household().members().stream()
                .map(m ->
                        m.id().equals("m3") ? County.member("m3", Member.Relation.CHILD, child, Optional.of("m1")) : m)
                .toList();
        ApplicationNumber received = county.clerk()
                .submit(
                        whole.toBuilder()
                                .household(new Household(County.DANGHU, "测试路1号", members))
                                .build(),
                        "")
                .number();
        county.clerk().accept(received);
        return received;
    }
}
