package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Step;

class ObjectionTest {
    private final County county = County.with(2, LocalDate.of(2025, 1, 2));

    @Test
    void noApplicationIsApprovedOverAnObjectionThatNobodyRuledOn() {
        ApplicationNumber number = posted();
        String item = county.engine.publicDesk().notices().get(0).item();
        String first = county.engine.publicDesk().object(item, "甲", "路1号", "有房");
        String second = county.engine.publicDesk().object(item, "乙", "路2号", "不住本地");
        county.chair().perform(number, new Command.UpholdObjection(first, "属实"));
        agree(number);
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.OBJECTED);
        county.on("2025-03-31");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.OBJECTED);
        county.chair().perform(number, new Command.DismissObjection(second, "不实"));
        county.on("2025-04-30");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.APPROVED);
    }

    private ApplicationNumber posted() {
        ApplicationNumber number = county.accepted();
        county.reviewer().endorse(number, "属实");
        agree(number);
        return number;
    }

    private void agree(ApplicationNumber number) {
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
    }
}
