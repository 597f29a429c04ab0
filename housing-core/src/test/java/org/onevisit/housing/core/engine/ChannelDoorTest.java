package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.Receipt;

class ChannelDoorTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private final County county = County.over(new InMemoryStore(), 1, MONDAY);

    private void collects(String window, Consumer<ApprovalService> work) {
        FakeChannel channel = FakeChannel.window(window).collects(work);
        county.engine.core().channels().arrive(channel, "fake.files@1.0.0", 0);
        county.engine.runDue(county.clock.instant().plus(Duration.ofMinutes(1)));
        county.engine.core().channels().leave(channel);
    }

    private Application application() {
        return county.application().toBuilder()
                .intake(new Intake("intake-window", "tray", county.clock.instant()))
                .build();
    }

    @Test
    @DisplayName(
            "a channel hands in under its own name; the same key again is the same application, also from another window's key")
    void handsIn() {
        List<Receipt> receipts = new ArrayList<>();
        collects("tray", door -> {
            receipts.add(door.submit(application(), "R-1"));
            receipts.add(door.submit(application(), "R-1"));
            assertThatThrownBy(() -> door.submit(county.single(1), "R-1"))
                    .isInstanceOfSatisfying(
                            HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_REUSED));
        });
        collects("other", door -> receipts.add(door.submit(county.single(2), "R-1")));
        assertThat(receipts.get(1).number()).isEqualTo(receipts.get(0).number());
        assertThat(receipts.get(2).number()).isNotEqualTo(receipts.get(0).number());
        assertThat(receipts.get(0).allowedActions()).noneMatch(action -> action.allowed());
        assertThat(county.supervisor().journal(receipts.get(0).number()).get(0).actor())
                .isEqualTo("intake-window.tray");
    }

    @Test
    @DisplayName(
            "a channel does nothing but hand in: it reads, changes, lists and finds nothing, its own applications neither")
    void nothingElse() {
        collects("tray", door -> {
            ApplicationNumber number = door.submit(application(), "R-1").number();
            List<ThrowingCallable> forbidden = List.of(
                    () -> door.find(number),
                    () -> door.progress(number),
                    () -> door.evidence(number),
                    () -> door.explanation(number),
                    () -> door.clock(number),
                    () -> door.journal(number),
                    () -> door.paper(number, "receipt"),
                    () -> door.attachment(number, "d1"),
                    () -> door.attach(number, "d1", new byte[] {'%', 'P', 'D', 'F', '-'}),
                    () -> door.accept(number),
                    () -> door.perform(number, new Command.Withdraw("不再申请")),
                    () -> door.list(Optional.empty(), Optional.empty(), false, "", 10),
                    () -> door.search(application().household().members().get(0).identity()),
                    () -> door.inquiries("agency-1", "", 10),
                    () -> county.engine.awardsFor(county.channel()).list("", 10),
                    () -> county.engine.supervisionFor(county.channel()).overdue(1));
            for (int i = 0; i < forbidden.size(); i++) {
                assertThatThrownBy(forbidden.get(i))
                        .as("call " + i)
                        .isInstanceOfSatisfying(HousingException.class, e -> assertThat(e.code())
                                .isEqualTo(ErrorCode.FORBIDDEN));
            }
        });
    }

    @Test
    @DisplayName("a member who is claimed is refused without the number of the other file")
    void claimed() {
        ApplicationNumber other = county.submitted().number();
        collects("tray", door -> assertThatThrownBy(() -> door.submit(application(), "R-1"))
                .hasMessageNotContaining(other.value())
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MEMBER_CLAIMED)));
    }

    @Test
    @DisplayName("a channel is called every few seconds, one that fails once a minute, one that left not at all")
    void askedAgain() {
        List<String> calls = new ArrayList<>();
        boolean[] fails = {false};
        FakeChannel channel = FakeChannel.window("tray").collects(door -> {
            calls.add("call");
            if (fails[0]) {
                throw new IllegalStateException("the folder is away");
            }
        });
        county.engine.core().channels().arrive(channel, "fake.files@1.0.0", 0);
        runEverySecond(60, 72);
        assertThat(calls).hasSize(3);
        fails[0] = true;
        runEverySecond(72, 200);
        assertThat(calls).hasSize(6);
        county.engine.core().channels().leave(channel);
        county.engine.runDue(county.clock.instant().plusSeconds(400));
        assertThat(calls).hasSize(6);
    }

    private void runEverySecond(int from, int to) {
        for (int second = from; second < to; second++) {
            county.engine.runDue(county.clock.instant().plusSeconds(second));
        }
    }
}
