package org.onevisit.housing.agency.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;

class WorklistCheckTest {
    private static final Map<String, Object> SETTINGS = Map.of(
            "check",
            "homes-by-hand",
            "agency",
            "housing",
            "supplies",
            new String[] {"home.signedContracts", "x-330482.boatLength:AREA:PERSON"},
            "needs",
            new String[] {"NAME"});

    @Test
    @DisplayName("an answer is promised under the inquiry's own id, for so many working days later")
    void promisesUnderTheInquirysId() {
        CheckProfile profile = CheckProfile.of("homes-by-hand").supplies(FactKey.HOME_SIGNED_CONTRACTS);
        KitInquiry inquiry = KitInquiry.of(profile).build();
        Reply reply = new WorklistCheck(profile, 5).check(inquiry);
        assertThat(reply).isEqualTo(Reply.later(inquiry.id(), inquiry.workingDaysFromNow(5)));
    }

    @Test
    @DisplayName("the profile is the configuration's")
    void profileIsConfigured() {
        CheckProfile profile = new WorklistCheck(FakeConfig.of(SETTINGS)).profile();
        assertThat(profile.check()).isEqualTo("homes-by-hand");
        assertThat(profile.agency()).isEqualTo("housing");
        assertThat(profile.needs()).containsExactly(MemberField.NAME);
        assertThat(profile.supplies())
                .containsExactly(
                        FactKey.HOME_SIGNED_CONTRACTS,
                        FactKey.ownKey(
                                Division.of("330482"), "boatLength", "船长", FactType.AREA, FactKey.Subject.PERSON));
    }

    @Test
    @DisplayName("a configuration that cannot work is refused with the file to correct")
    void badSettingsAreRefused() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("check", "No Code"),
                Map.of("supplies", new String[0]),
                Map.of("supplies", new String[] {"home.cout"}),
                Map.of("supplies", new String[] {"x-330482.boat:LENGTH:PERSON"}),
                Map.of("needs", new String[0]),
                Map.of("needs", new String[] {"SHOE_SIZE"}),
                Map.of("answerWithinWorkingDays", 0),
                Map.of("answerWithinWorkingDays", 61))) {
            Map<String, Object> changed = new HashMap<>(SETTINGS);
            changed.putAll(bad);
            assertThatThrownBy(() -> new WorklistCheck(FakeConfig.of(changed)))
                    .isInstanceOfSatisfying(
                            HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_MODULE))
                    .hasMessageContainingAll("expected", "etc/org.onevisit.housing.agency.worklist~");
        }
    }
}
