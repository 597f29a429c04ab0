package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.MoreExecutors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onevisit.housing.core.journal.ErasureList;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.EventRow;

/** What is erased stays erased: after a backup, beside another host, and while others go on. */
class ErasureStaysTest {
    private static final String WHY = "保管期满，批准文号〔2036〕12号";
    private static final String LATER = "2036-01-05";

    @Test
    @DisplayName(
            "a store from before the erasure is erased again before anything is answered, and only the same application")
    void backupIsErasedAgain() throws Exception {
        Journey ended = ended();
        operator(ended.county).erase(ended.number(), WHY);
        Path list = ended.county.keys.resolve(ErasureList.NAME);
        String line = Files.readAllLines(list).get(1);
        assertThat(line).startsWith(ended.number() + " ").endsWith(" operator");

        Journey same = Journey.to(Step.WITHDRAWN);
        assertThat(same.number()).isEqualTo(ended.number());
        Files.copy(list, same.county.keys.resolve(ErasureList.NAME));
        same.county.restarted(MoreExecutors.newDirectExecutorService());
        assertThat(same.county.store.load(same.number()).orElseThrow().erased())
                .as("another application that has come to bear the number")
                .isFalse();

        String first = java.util.HexFormat.of().formatHex(events(same).get(0).hash());
        Files.writeString(
                same.county.keys.resolve(ErasureList.NAME),
                "# a remark\n%s %s 2036-01-05T01:00:00Z operator\n".formatted(same.number(), first));
        County back = same.county.restarted(MoreExecutors.newDirectExecutorService());
        assertThat(code(() -> back.clerk().find(same.number()))).isEqualTo(ErrorCode.ERASED);
        assertThat(operator(back).erasable(same.number()).actor()).isEqualTo("operator");
        assertThat(events(same)).allMatch(back.engine.core().journal()::holds);
    }

    @Test
    @DisplayName("a list of erasures that is broken stops the start and says which line")
    void brokenListStopsTheStart() throws Exception {
        Journey ended = ended();
        Files.writeString(ended.county.keys.resolve(ErasureList.NAME), "# housing erasures 1\nwhat is this\n");
        assertThatThrownBy(() -> ended.county.restarted(MoreExecutors.newDirectExecutorService()))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    @DisplayName(
            "an erasure that did not come onto the list, by a cut or by another host, comes onto it with the next work")
    void listIsMadeWhole() throws Exception {
        Journey ended = ended();
        operator(ended.county).erase(ended.number(), WHY);
        Path list = ended.county.keys.resolve(ErasureList.NAME);
        List<String> lines = Files.readAllLines(list);
        Files.delete(list);
        County again = ended.county.restarted(MoreExecutors.newDirectExecutorService());
        again.engine.runDue(again.clock.instant());
        assertThat(Files.readAllLines(list)).isEqualTo(lines);
        String whole = Files.readString(list);
        Files.writeString(list, whole.substring(0, whole.length() - 20));
        County cut = ended.county.restarted(MoreExecutors.newDirectExecutorService());
        cut.engine.runDue(cut.clock.instant());
        assertThat(list).as("a line of which a power cut left a piece").hasContent(whole);
    }

    @Test
    @DisplayName("another host that knows the dossier forgets it")
    void otherHostForgets() {
        org.onevisit.housing.testkit.store.InMemoryStore content =
                new org.onevisit.housing.testkit.store.InMemoryStore();
        County one = County.over(FakeShared.store(content), 2, Journey.FIRST_DAY);
        County two = one.beside(FakeShared.store(content));
        ApplicationNumber number = one.submitted().number();
        two.clerk().perform(number, new Command.Withdraw("自愿"));
        one.clerk().find(number);
        one.clock.to(java.time.LocalDate.parse(LATER));
        two.clock.to(java.time.LocalDate.parse(LATER));
        operator(one).erase(number, WHY);
        assertThat(code(() -> two.clerk().find(number))).isEqualTo(ErrorCode.ERASED);
        assertThat(code(() -> two.clerk().perform(number, new Command.Withdraw("自愿"))))
                .isEqualTo(ErrorCode.ERASED);
    }

    @Test
    @Timeout(30)
    @DisplayName("whoever sends while something is erased does not wait for ever")
    void sendersGoOn() throws Exception {
        FakeStore store = new FakeStore();
        County county = County.over(store.store(), Journey.FIRST_DAY);
        ApplicationNumber number = county.submitted().number();
        county.clerk().perform(number, new Command.Withdraw("自愿"));
        county.clock.to(java.time.LocalDate.parse(LATER));
        CompletableFuture<ApplicationNumber> other = new CompletableFuture<>();
        store.duringErasure(() -> {
            Thread sender = new Thread(() -> other.complete(county.received(5)));
            sender.start();
            while (sender.getState() != Thread.State.WAITING && sender.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(other).isNotDone();
        });
        operator(county).erase(number, WHY);
        assertThat(other.get(10, TimeUnit.SECONDS)).isNotEqualTo(number);
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

    private static ErrorCode code(ThrowingCallable door) {
        HousingException refused = catchThrowableOfType(HousingException.class, door);
        assertThat(refused).isNotNull();
        return refused.code();
    }
}
