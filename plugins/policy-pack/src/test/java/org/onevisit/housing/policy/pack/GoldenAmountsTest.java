package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.model.FactKey.GRADUATED_ON;
import static org.onevisit.housing.model.FactKey.HOME_FLOOR_AREA;
import static org.onevisit.housing.model.FactKey.QUALIFICATION;
import static org.onevisit.housing.model.FactKey.RENT_MONTHLY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;

/** Amounts that a source states (G), or that follow from a sourced formula (C), to the fen. */
class GoldenAmountsTest {
    private static final Edition HANGZHOU = Packs.edition("hangzhou-2019");
    private static final Edition CHONGQING = Packs.edition("chongqing-yuzhong-2021");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | NONE       | 648.00  | min(60, max(36, 15 × 1)) = 36.00 | 36.00 × 18 = 648.00",
                "2 | NONE       | 648.00  | min(60, max(36, 15 × 2)) = 36.00 | 36.00 × 18 = 648.00",
                "3 | NONE       | 810.00  | 15 × 3 = 45.00                   | 45.00 × 18 = 810.00",
                "4 | NONE       | 1080.00 | 15 × 4 = 60.00                   | 60.00 × 18 = 1,080.00",
                "5 | NONE       | 1080.00 | min(60, max(36, 15 × 5)) = 60.00 | 60.00 × 18 = 1,080.00",
                "1 | LOW_INCOME | 1728.00 | min(60, max(36, 15 × 1)) = 36.00 | 36.00 × 48 = 1,728.00",
                "3 | LOW_INCOME | 2160.00 | 15 × 3 = 45.00                   | 45.00 × 48 = 2,160.00",
                "5 | LOW_INCOME | 2880.00 | min(60, max(36, 15 × 5)) = 60.00 | 60.00 × 48 = 2,880.00",
            })
    @DisplayName("G1, C4, C5: Hangzhou, rate × area")
    void hangzhou(int people, String certificate, String yuan, String area, String amount) {
        check(Case.of(people).certificate(certificate).calculate(HANGZHOU), yuan, area, amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 330106001 | 864.00  | 36.00 × 24 = 864.00",
                "2 | 330106001 | 864.00  | 36.00 × 24 = 864.00",
                "3 | 330106001 | 1080.00 | 45.00 × 24 = 1,080.00",
                "1 | 330110001 | 648.00  | 36.00 × 18 = 648.00",
            })
    @DisplayName("G2 to G4: Hangzhou, new employees in the main districts and in Yuhang")
    void hangzhouNewEmployees(int people, String residence, String yuan, String amount) {
        Case household = Case.of(people)
                .livingIn(residence)
                .member("m1", QUALIFICATION, "BACHELOR")
                .member("m1", GRADUATED_ON, LocalDate.of(2024, 6, 30));

        assertThat(household.judge(HANGZHOU).category()).isEqualTo("NEW_EMPLOYEE");
        Calculation calculation = household.calculate(HANGZHOU);
        assertThat(calculation.monthly().orElseThrow()).hasToString(yuan);
        assertThat(calculation.steps())
                .last()
                .extracting(Calculation.Step::formula)
                .isEqualTo(amount);
        assertThat(calculation.placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C6  | 1 | DIBAO      | 0     | 460.00  | max(0, 20 − 0.00) = 20.00  | min(60, 20.00 × 1) = 20.00 | 20.00 × 23 × 1 = 460.00",
                "C7  | 3 | DIBAO      | 0     | 1035.00 | max(0, 15 − 0.00) = 15.00  | min(60, 15.00 × 3) = 45.00 | 45.00 × 23 × 1 = 1,035.00",
                "C8  | 4 | LOW_INCOME | 0     | 1104.00 | max(0, 15 − 0.00) = 15.00  | min(60, 15.00 × 4) = 60.00 | 60.00 × 23 × 0.8 = 1,104.00",
                "C9  | 5 | DIBAO      | 0     | 1380.00 | max(0, 15 − 0.00) = 15.00  | min(60, 15.00 × 5) = 60.00 | 60.00 × 23 × 1 = 1,380.00",
                "C10 | 3 | LOW_INCOME | 5     | 552.00  | max(0, 15 − 5.00) = 10.00  | min(60, 10.00 × 3) = 30.00 | 30.00 × 23 × 0.8 = 552.00",
            })
    @DisplayName("C6 to C10: Chongqing, gap × people")
    void chongqing(
            String code, int people, String certificate, String own, String yuan, String gap, String area, String sum) {
        Case household = Case.of(people)
                .certificate(certificate)
                .each(HOME_FLOOR_AREA, FloorArea.of(own))
                .household(RENT_MONTHLY, Money.yuan(3000));

        String capped =
                "min(" + sum.substring(sum.indexOf("= ") + 2) + ", 3,000.00) = " + sum.substring(sum.indexOf("= ") + 2);
        check(household.calculate(CHONGQING), yuan, gap, area, sum, capped);
    }

    @Test
    @DisplayName("C7: Chongqing pays no more than the rent")
    void chongqingCapsAtTheRent() {
        Calculation calculation = Case.of(3)
                .certificate("DIBAO")
                .household(RENT_MONTHLY, Money.yuan(900))
                .calculate(CHONGQING);

        assertThat(calculation.monthly()).contains(Money.yuan(900));
        assertThat(calculation.steps())
                .last()
                .extracting(Calculation.Step::formula)
                .isEqualTo("min(1,035.00, 900.00) = 900.00");
    }

    @Test
    @DisplayName("C10: an own area of the standard or more gives nothing, never less")
    void chongqingNeverNegative() {
        for (String own : List.of("15", "40")) {
            Case household = Case.of(2).certificate("LOW_INCOME").each(HOME_FLOOR_AREA, FloorArea.of(own));
            assertThat(household.calculate(CHONGQING).monthly()).contains(Money.ZERO);
        }
    }

    @Test
    @DisplayName("an unknown rent leaves the amount open and shows where")
    void unknownRentLeavesTheAmountOpen() {
        Case household = Case.of(3).certificate("DIBAO").unknown("household", RENT_MONTHLY, "房管：逾期未答复");

        Calculation calculation = household.calculate(CHONGQING);

        assertThat(household.judge(CHONGQING).overall()).isEqualTo(Met.MET);
        assertThat(calculation.monthly()).isEmpty();
        assertThat(calculation.steps())
                .last()
                .extracting(Calculation.Step::formula)
                .isEqualTo("min(1,035.00, 未知) = 未知");
        assertThat(calculation.facts()).anyMatch(f -> f.gap().equals(java.util.Optional.of("房管：逾期未答复")));
    }

    private static void check(Calculation calculation, String yuan, String... formulas) {
        assertThat(calculation.monthly().orElseThrow()).hasToString(yuan);
        assertThat(calculation.steps()).extracting(Calculation.Step::formula).containsExactly(formulas);
        assertThat(calculation.steps())
                .allSatisfy(step -> assertThat(step.clause()).isNotBlank());
        assertThat(calculation.placeholder()).isFalse();
    }
}
