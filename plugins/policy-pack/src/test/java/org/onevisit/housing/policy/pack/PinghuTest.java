package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;

class PinghuTest {
    private final Edition edition = Packs.edition("pinghu");
    private final ProcessRules rules = edition.rules();

    @Test
    void processIsTheNotices() {
        assertThat(edition.division().code()).isEqualTo("330482");
        assertThat(rules.limits()).isEqualTo(ProcessRules.Limits.LAW);
        assertThat(rules.documents())
                .extracting(ProcessRules.DocumentRule::kind)
                .containsExactly("ID_CARD", "HOUSEHOLD_REGISTER", "APPLICATION_FORM", "ECONOMIC_STATUS_INQUIRY_FORM");
        assertThat(rules.checks())
                .filteredOn(check -> check.facet() == Facet.ECONOMIC)
                .extracting(ProcessRules.CheckRule::check)
                .containsExactly("police", "civil-affairs", "finance", "social-security", "statistics", "market");
        assertThat(rules.checks())
                .filteredOn(check -> check.facet() == Facet.HOUSING)
                .extracting(ProcessRules.CheckRule::check)
                .containsExactly("real-estate", "housing", "expropriation");
        assertThat(rules.panel().seats())
                .extracting(ProcessRules.PanelRule.Seat::code)
                .containsExactly("housing", "civil-affairs");
        assertThat(edition.publicity().period()).isEqualTo(DayCount.working(7));
    }

    @Test
    void everyAmountIsAPlaceholder() {
        assertThat(edition.placeholders()).anyMatch(s -> s.contains("租赁补贴标准"));
        assertThat(edition.placeholders()).noneMatch(s -> s.startsWith("受理期限"));
    }
}
