package org.onevisit.housing.testkit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Reply;

/**
 * The twelve rules that every {@link AgencyCheck} keeps. A vendor extends this class in the plugin's own tests:
 *
 * <pre>{@code
 * class TaxCheckTest extends AgencyCheckContract {
 *     @Override protected AgencyCheck subject() { return new TaxCheck(fakeTaxOffice.url()); }
 *     @Override protected Set<Capability> lacks() { return Set.of(Capability.COLLECTS); }
 *     @Override protected void agencyIsDown() { fakeTaxOffice.stop(); }
 * }
 * }</pre>
 *
 * <p>Before each rule the agency is told to answer ({@link #agencyAnswers()}); where a rule wants it to misbehave it first calls
 * the hook, then {@link #subject()}. Each {@link Capability} is expected unless {@link #lacks()} denies it; the check is then held
 * to the denial, and the hook that belongs to it stays as it is here. Run it on one thread: rule V-05 listens to what is printed.
 */
@ExtendWith(ContractReport.class)
public abstract class AgencyCheckContract extends AgencyUnderTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration UNDER_WAY = Duration.ofMillis(300);
    private static final int THREADS = 16;
    private static final int INQUIRIES = 400;
    private static final String CODE = "[a-z][a-z0-9-]{0,39}";

    @BeforeEach
    final void theAgencyIsWell() {
        agencyAnswers();
    }

    @Test
    @DisplayName("V-01 asking twice changes nothing, neither the reply nor the agency's files")
    void askingTwiceIsHarmless() {
        repeat();
        if (!denied(Capability.PROMISES_LATER, this::agencyPromises)) {
            repeat();
        }
    }

    private void repeat() {
        AgencyCheck check = subject();
        KitInquiry inquiry = inquiry(check).build();
        Reply first = check.check(inquiry);
        Object ledger = agencyLedger();
        KitInquiry again = first instanceof Reply.Later later ? inquiry.again(later.ticket()) : inquiry;
        assertThat(check.check(again)).as("the reply to the second asking").isEqualTo(first);
        assertThat(check.check(inquiry)).as("the reply to the third asking").isEqualTo(first);
        assertThat(agencyLedger()).as("what the agency has on file").isEqualTo(ledger);
    }

    @Test
    @DisplayName("V-02 sixteen threads ask at once, and each gets the answer about its own people")
    void isSafeForThreads() throws Exception {
        AgencyCheck alone = subject();
        List<KitInquiry> inquiries = IntStream.range(0, INQUIRIES)
                .mapToObj(n -> inquiry(alone).number(n).build())
                .toList();
        List<Reply> expected = inquiries.stream().map(alone::check).toList();
        AgencyCheck shared = subject();
        List<Callable<Reply>> calls = new ArrayList<>();
        inquiries.forEach(inquiry -> calls.add(() -> shared.check(inquiry)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Reply>> replies = threads.invokeAll(calls);
            for (int i = 0; i < INQUIRIES; i++) {
                assertThat(replies.get(i).get())
                        .as("the reply to %s, asked among others", inquiries.get(i))
                        .isEqualTo(expected.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("V-03 an interrupted call ends within a second, without a reply, and says so")
    void obeysTheInterrupt() throws InterruptedException {
        if (denied(Capability.MAY_HANG, this::agencyHangs)) {
            AgencyCheck check = subject();
            Call call = Call.beginInterrupted(check, inquiry(check).build());
            assertThat(call.within(SOON)).as("a call that waits for nobody").isPresent();
            return;
        }
        AgencyCheck check = subject();
        Call call = Call.begin(check, inquiry(check).build());
        assertThat(call.within(UNDER_WAY))
                .as("agencyHangs() keeps the call waiting")
                .isEmpty();
        call.interrupt();
        assertThat(call.within(SOON))
                .as("the call ends within %s of the interrupt", SOON)
                .hasValueSatisfying(end -> {
                    assertThat(end.reply())
                            .as("an interrupted call has no reply")
                            .isEmpty();
                    assertThat(end.tellsOfInterrupt())
                            .as("the thread is left interrupted, or the exception is caused by the interrupt")
                            .isTrue();
                });
    }

    @Test
    @DisplayName("V-04 garbage from the agency becomes an exception, never a finding")
    void garbageIsNoFinding() {
        if (!denied(Capability.MAY_ANSWER_GARBAGE, this::agencyAnswersGarbage)) {
            AgencyCheck check = subject();
            assertThatThrownBy(() -> check.check(inquiry(check).build()))
                    .as("what the check makes of garbage")
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    @DisplayName("V-05 no personal data in messages, tickets, descriptions, logs or on the console")
    void personalDataStaysInside() {
        try (Ear ear = new Ear()) {
            StringBuilder said = new StringBuilder(sayAll());
            if (!denied(Capability.MAY_ANSWER_GARBAGE, this::agencyAnswersGarbage)) {
                said.append(sayAll());
            }
            if (!denied(Capability.MAY_BE_DOWN, this::agencyIsDown)) {
                said.append(sayAll());
            }
            said.append(ear.heard());
            for (KitPerson person : inquiry(subject()).persons(3).build().people()) {
                assertThat(said).as("all that was said, logged or printed").doesNotContain(person.secrets());
            }
        }
    }

    private String sayAll() {
        AgencyCheck check = subject();
        return Ear.everythingSaid(check, inquiry(check).persons(3).build());
    }

    @Test
    @DisplayName("V-06 only declared fields are read")
    void readsDeclaredFieldsOnly() {
        AgencyCheck check = subject();
        KitInquiry inquiry = inquiry(check).persons(3).build();
        check.check(inquiry);
        assertThat(inquiry.undeclaredReads())
                .as("fields read without being declared")
                .isEmpty();
    }

    @Test
    @DisplayName("V-07 nothing is null")
    void nothingIsNull() {
        AgencyCheck check = subject();
        assertThat(check.profile()).as("the profile").isNotNull();
        Reply reply = check.check(inquiry(check).persons(3).build());
        assertThat(reply).as("the reply").isNotNull();
        if (reply instanceof Reply.Now now) {
            assertThat(now.finding().answers())
                    .as("the answers")
                    .doesNotContainKey(null)
                    .doesNotContainValue(null);
        }
    }

    @Test
    @DisplayName("V-08 a finding holds declared facts about people asked for, of no day to come")
    void saysWhatMayBeSaid() {
        AgencyCheck check = subject();
        KitInquiry inquiry = inquiry(check).persons(3).build();
        Reply reply = check.check(inquiry);
        if (lacks().contains(Capability.ANSWERS_NOW)) {
            assertThat(reply).as("answering at once is denied").isInstanceOf(Reply.Later.class);
            return;
        }
        assertThat(reply).as("the reply of an agency that answers").isInstanceOf(Reply.Now.class);
        Finding finding = ((Reply.Now) reply).finding();
        assertThat(new FindingRules(check.profile(), inquiry, inquiry.askedOn()).broken(finding))
                .as("what the core would refuse")
                .isEmpty();
    }

    @Test
    @DisplayName("V-09 the profile is complete and always the same")
    void profileIsConstant() {
        AgencyCheck check = subject();
        CheckProfile before = check.profile();
        check.check(inquiry(check).build());
        for (CheckProfile profile : List.of(check.profile(), subject().profile())) {
            assertThat(profile)
                    .as("the profile, asked again")
                    .usingRecursiveComparison()
                    .isEqualTo(before);
        }
        assertThat(before.check()).as("code of the check").matches(CODE);
        assertThat(before.agency()).as("code of the agency").matches(CODE);
        assertThat(before.supplies()).as("facts that it supplies").isNotEmpty();
    }

    @Test
    @DisplayName("V-10 no threads are started")
    void startsNoThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AgencyCheck check = subject();
        IntStream.range(0, 10).forEach(n -> check.check(inquiry(check).number(n).build()));
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(this::notTheChecks);
        assertThat(started).as("threads that the check started").isEmpty();
    }

    @Test
    @DisplayName("V-11 an agency out of reach is an AgencyUnreachableException that names it")
    void unreachableIsNoAnswer() {
        boolean denied = denied(Capability.MAY_BE_DOWN, this::agencyIsDown);
        AgencyCheck check = subject();
        ThrowingCallable call = () -> check.check(inquiry(check).build());
        if (denied) {
            assertThat(catchThrowable(call))
                    .as("nobody is asked, so nobody is out of reach")
                    .isNull();
            return;
        }
        assertThatThrownBy(call).isInstanceOfSatisfying(AgencyUnreachableException.class, e -> assertThat(e.agency())
                .isEqualTo(check.profile().agency()));
    }

    @Test
    @DisplayName("V-12 a promise has a ticket, and is kept across a restart, whatever becomes of another")
    void promisesAreKept() {
        if (denied(Capability.PROMISES_LATER, this::agencyPromises)) {
            AgencyCheck check = subject();
            Reply reply = check.check(inquiry(check).earlierTicket("not-ours").build());
            assertThat(reply)
                    .as("promising is denied, even for a foreign ticket")
                    .isInstanceOf(Reply.Now.class);
            collectsNothing("not-ours");
            return;
        }
        KitInquiry first = promised(1);
        KitInquiry second = promised(2);
        if (lacks().contains(Capability.COLLECTS)) {
            denied(Capability.COLLECTS, this::agencyKeepsPromises);
            collectsNothing(first.ticket());
            return;
        }
        LocalDate today = agencyKeepsPromises();
        KitPickup pickup = new KitPickup(List.of("not-ours", first.ticket(), second.ticket()))
                .about(first, second)
                .refusing(first.ticket());
        AgencyCheck restarted = subject();
        restarted.collect(pickup);
        assertThat(pickup.delivered().keySet()).containsExactlyInAnyOrder(first.ticket(), second.ticket());
        pickup.delivered().forEach((ticket, finding) -> {
            KitInquiry inquiry = ticket.equals(first.ticket()) ? first : second;
            assertThat(new FindingRules(restarted.profile(), inquiry, today).broken(finding))
                    .as("what the core would refuse")
                    .isEmpty();
        });
    }

    private KitInquiry promised(int number) {
        AgencyCheck check = subject();
        KitInquiry inquiry = inquiry(check).number(number).build();
        Reply reply = check.check(inquiry);
        assertThat(reply).as("the reply of an agency that promises").isInstanceOf(Reply.Later.class);
        Reply.Later later = (Reply.Later) reply;
        assertThat(later.expectedBy()).as("day of the promise").isAfterOrEqualTo(inquiry.askedOn());
        return inquiry.again(later.ticket());
    }

    private void collectsNothing(String ticket) {
        KitPickup pickup = new KitPickup(List.of(ticket));
        subject().collect(pickup);
        assertThat(pickup.delivered()).as("collecting is denied").isEmpty();
    }

    /** Every rule but V-06 is lenient about fields, so that one fault breaks one rule. */
    private static KitInquiry.Builder inquiry(AgencyCheck check) {
        return KitInquiry.of(check.profile()).lenient();
    }
}
