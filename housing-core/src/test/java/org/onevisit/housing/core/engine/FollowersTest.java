package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.view.JournalEntry;

class FollowersTest {
    private final FakeStore store = new FakeStore();
    private final County county = County.over(store.store(), LocalDate.of(2025, 1, 2));

    @Test
    void whatIsCommittedWhileAFollowerComesToTheEndIsToldWithoutAnotherEvent() {
        List<String> told = new ArrayList<>();
        county.engine.follow("test", entry -> told.add(entry.type()));
        store.meanwhile(() -> county.clerk().perform(county.only(), new Command.Withdraw("申请人书面撤回")));
        county.submitted();
        assertThat(told).containsExactly("SUBMITTED", "WITHDRAWN");
    }

    @Test
    void whatAFollowerDoesNotTakeComesAgain() {
        List<JournalEntry> seen = new ArrayList<>();
        county.engine.follow("test", entry -> {
            seen.add(entry);
            if (seen.size() == 1) {
                throw new IllegalStateException("not now");
            }
        });
        ApplicationNumber number = county.submitted().number();
        assertThat(seen).hasSize(1);
        county.engine.runDue(county.clock.instant());
        assertThat(seen).hasSize(2).extracting(JournalEntry::number).containsOnly(number);
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
    }
}
