package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.view.JournalEntry;

/** Two engines over one content: each serves every application, whichever of them wrote it last. */
@Timeout(120)
abstract class TwoHostsRules {
    private ApplicationStore firstStore;
    private ApplicationStore secondStore;
    private County one;
    private County two;

    /** Opens the content; a second time beside the first. */
    abstract ApplicationStore open();

    @BeforeEach
    final void openHosts() {
        firstStore = open();
        secondStore = open();
        one = County.over(firstStore, 2, LocalDate.of(2025, 1, 2));
        two = one.beside(secondStore);
    }

    @AfterEach
    final void closeHosts() {
        firstStore.close();
        secondStore.close();
    }

    @Test
    @DisplayName("what another host did is known a moment later where a moment is allowed, and at once where it is not")
    void aMomentLater() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().accept(number);
        Step atOnce = one.engine.core().recent(number).orElseThrow().step();
        assertThat(atOnce).isIn(Step.RECEIVED, Step.REVIEWING);
        assertThat(one.engine.core().state(number).orElseThrow().step()).isEqualTo(Step.REVIEWING);
        two.reviewer().endorse(number, "属实");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> one.engine.core().recent(number).orElseThrow().step() == Step.VOTING);
    }

    @Test
    @DisplayName("an application goes from host to host with every step, and comes to its decision")
    void goesFromHostToHost() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().accept(number);
        assertThat(one.clerk().find(number).step()).isEqualTo(Step.REVIEWING);
        one.reviewer().endorse(number, "属实");
        two.panel().vote(number, Choice.APPROVE, "");
        one.chair().vote(number, Choice.APPROVE, "");
        assertThat(two.clerk().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
        two.on("2025-02-28");
        assertThat(one.clerk().find(number).step()).isEqualTo(Step.APPROVED);
        assertChainIsWhole(number);
    }

    @Test
    @DisplayName("what the other host allows meanwhile is not refused on what was known here")
    void refusalIsNotOld() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().accept(number); // here it is known as REVIEWING from now on
        one.reviewer().endorse(number, "属实");
        assertThat(two.panel().vote(number, Choice.APPROVE, "").step()).isEqualTo(Step.VOTING);
    }

    @Test
    @DisplayName("what the other host has ended is refused, though it was open here")
    void acceptanceIsNotOld() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().accept(number);
        one.clerk().perform(number, new Command.Withdraw("自愿"));
        assertThatThrownBy(() -> two.reviewer().endorse(number, "属实"))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ILLEGAL_TRANSITION));
        assertThat(two.clerk().find(number).step()).isEqualTo(Step.WITHDRAWN);
        assertChainIsWhole(number);
    }

    @Test
    @DisplayName("a refused command leaves nothing, and its reason is that of the state that both see")
    void refusalIsOfTheStateThatBothSee() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().accept(number);
        assertThatThrownBy(() -> one.clerk().accept(number)).isInstanceOf(HousingException.class);
        assertThatThrownBy(() -> two.clerk().accept(number)).isInstanceOf(HousingException.class);
        long revision = one.clerk().find(number).revision();
        assertThat(two.clerk().find(number).revision()).isEqualTo(revision);
        assertChainIsWhole(number);
    }

    @Test
    @DisplayName("a revision that the other host has passed is stale here")
    void revisionIsNotOld() {
        ApplicationNumber number = one.submitted().number();
        long seen = two.clerk().find(number).revision();
        one.clerk().accept(number);
        assertThatThrownBy(() -> two.clerk().perform(number, new Command.Withdraw("自愿"), "", OptionalLong.of(seen)))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STALE_REVISION));
    }

    @Test
    @DisplayName("a request that is repeated at the other host is answered again, and one household has one file")
    void repeatedAtTheOtherHost() {
        ApplicationNumber number =
                one.clerk().submit(one.application(), "ruoyi-4711").number();
        assertThat(two.clerk().submit(two.application(), "ruoyi-4711").number()).isEqualTo(number);
        assertThatThrownBy(two::submitted).isInstanceOfSatisfying(HousingException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.MEMBER_CLAIMED));
    }

    @Test
    @DisplayName("both hosts work on the same applications at the same moment: no step is lost, none is done twice")
    void bothAtOnce() throws Exception {
        List<ApplicationNumber> numbers = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            numbers.add((i % 2 == 0 ? one : two).received(i));
        }
        assertThat(numbers).doesNotHaveDuplicates();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (County host : List.of(one, two, one, two)) {
                work.add(() -> accepted(host, numbers));
            }
            int accepted = 0;
            for (Future<Integer> done : threads.invokeAll(work)) {
                accepted += done.get();
            }
            assertThat(accepted).as("each was accepted once").isEqualTo(numbers.size());
        } finally {
            threads.shutdownNow();
        }
        for (ApplicationNumber number : numbers) {
            assertThat(one.clerk().journal(number).stream()
                            .map(JournalEntry::type)
                            .filter("ACCEPTED"::equals))
                    .hasSize(1);
            assertThat(two.clerk().find(number).step()).isEqualTo(Step.REVIEWING);
            assertChainIsWhole(number);
        }
    }

    private static int accepted(County host, List<ApplicationNumber> numbers) {
        int accepted = 0;
        for (ApplicationNumber number : numbers) {
            try {
                host.clerk().accept(number);
                accepted++;
            } catch (HousingException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.ILLEGAL_TRANSITION);
            }
        }
        return accepted;
    }

    @Test
    @DisplayName("what falls due is done once, whichever host looks first")
    void dueOnce() {
        ApplicationNumber number = one.submitted().number();
        two.clerk().find(number);
        one.on("2025-01-20");
        two.on("2025-01-20");
        assertThat(two.clerk().journal(number).stream().map(JournalEntry::type).filter("DEEMED_ACCEPTED"::equals))
                .hasSize(1);
        assertThat(two.clerk().find(number).step())
                .isEqualTo(one.clerk().find(number).step());
        assertChainIsWhole(number);
    }

    /** Sequences without gap, each hash over the one before: nothing was lost, doubled or overwritten. */
    private void assertChainIsWhole(ApplicationNumber number) {
        List<EventRow> events = secondStore.events(number, 0);
        assertThat(events.stream().map(EventRow::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).previous()).isEqualTo(events.get(i - 1).hash());
        }
    }
}
