package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.testkit.store.InMemoryStore;

/** When checkpoints are written, and what stops when they cannot be. */
class CheckpointsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private final InMemoryStore kept = new InMemoryStore();
    private final FakeFailingStore store = new FakeFailingStore(kept);
    private final County county = County.over(store.store(), 2, DAY);

    @Test
    @DisplayName("an entry gets its checkpoint ten minutes after the last one, with all that changed and nothing else")
    void everyTenMinutes() {
        assertThat(checkpoint()).isEmpty();
        ApplicationNumber number = county.accepted();
        minutes(9);
        assertThat(checkpoint()).isEmpty();
        minutes(1);
        CheckpointRow first = checkpoint().orElseThrow();
        long last = kept.eventsAfter(0, 1000).size();
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.header()).contains("\"after\":0,\"upto\":" + last + ",");
        assertThat(first.entries().lines()).hasSize(1).first().asString().startsWith(number + " " + last + " ");
        ApplicationNumber other = county.received(7);
        minutes(10);
        CheckpointRow second = checkpoint().orElseThrow();
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.header()).contains("\"after\":" + last + ",\"upto\":" + (last + 1) + ",");
        assertThat(second.entries().lines()).hasSize(1).first().asString().startsWith(other + " 1 ");
    }

    @Test
    @DisplayName("where nothing has changed there is no checkpoint")
    void nothingChanged() {
        minutes(60);
        assertThat(checkpoint()).isEmpty();
        county.submitted();
        minutes(10);
        minutes(600);
        assertThat(checkpoint())
                .hasValueSatisfying(row -> assertThat(row.sequence()).isEqualTo(1));
    }

    @Test
    @DisplayName("a restarted engine goes on with the checkpoint after the last one")
    void restarted() {
        county.submitted();
        minutes(10);
        County again = county.restarted(com.google.common.util.concurrent.MoreExecutors.newDirectExecutorService());
        again.received(3);
        again.on("2025-03-04");
        assertThat(checkpoint())
                .hasValueSatisfying(row -> assertThat(row.sequence()).isEqualTo(2));
    }

    @Test
    @DisplayName("an entry that does not hold is not signed; the checkpoint waits until it is looked into")
    void brokenEntryIsNotSigned() {
        county.submitted();
        var row = kept.eventsAfter(0, 1).get(0);
        row.hash()[0] ^= 1;
        minutes(10);
        assertThat(checkpoint()).isEmpty();
        row.hash()[0] ^= 1;
        minutes(2);
        assertThat(checkpoint()).isPresent();
    }

    @Test
    @DisplayName("decisions stop when checkpoints have failed for longer than a day, and go on by themselves")
    void decisionsStop() {
        ApplicationNumber number = voting();
        store.failCheckpoints();
        county.panel().perform(number, new Command.Vote(Choice.APPROVE, "同意"));
        hours(24);
        assertThat(county.engine.missing()).isEmpty();
        hours(1);
        assertThat(county.engine.missing()).hasSize(1).first().asString().contains("24 小时");
        Command.Vote vote = new Command.Vote(Choice.APPROVE, "同意");
        assertThatThrownBy(() -> county.chair().perform(number, vote))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LEDGER_NOT_COVERED));
        assertThat(mayVote(number))
                .hasValueSatisfying(reason -> assertThat(reason).contains("检查点"));
        store.heal();
        assertThatCode(() -> county.chair().perform(number, vote)).doesNotThrowAnyException();
        assertThat(county.engine.missing()).isEmpty();
        assertThat(county.chair().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
    }

    @Test
    @DisplayName("while decisions have stopped, intake and verification go on, and no notice becomes an approval")
    void intakeGoesOn() {
        ApplicationNumber number = voting();
        county.panel().perform(number, new Command.Vote(Choice.APPROVE, "同意"));
        county.chair().perform(number, new Command.Vote(Choice.APPROVE, "同意"));
        assertThat(county.chair().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
        store.failCheckpoints();
        county.on("2025-04-30");
        assertThat(county.chair().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
        ApplicationNumber other = county.received(9);
        county.clerk().accept(other);
        assertThat(county.clerk().find(other).step()).isEqualTo(Step.REVIEWING);
        store.heal();
        county.on("2025-05-01");
        assertThat(county.chair().find(number).step()).isEqualTo(Step.APPROVED);
    }

    @Test
    @DisplayName(
            "a host that was off for days does not stop: the checkpoint that is due is written before the decision")
    void afterDaysOff() {
        ApplicationNumber number = voting();
        county.clock.pass(Duration.ofDays(9));
        county.panel().perform(number, new Command.Vote(Choice.APPROVE, "同意"));
        assertThat(checkpoint()).isPresent();
    }

    /** Why the chair is told not to vote. */
    private Optional<String> mayVote(ApplicationNumber number) {
        return county.chair().find(number).allowedActions().stream()
                .filter(allowed -> allowed.action() == Action.VOTE)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private ApplicationNumber voting() {
        ApplicationNumber number = county.accepted();
        county.reviewer().perform(number, new Command.Endorse("属实"));
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.VOTING);
        return number;
    }

    private Optional<CheckpointRow> checkpoint() {
        return kept.lastCheckpoint();
    }

    private void hours(int hours) {
        minutes(hours * 60);
    }

    private void minutes(int minutes) {
        county.clock.pass(Duration.ofMinutes(minutes));
        county.engine.runDue(county.clock.instant());
    }
}
