package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.explanation.Met.MET;
import static org.onevisit.housing.explanation.Met.NOT_MET;
import static org.onevisit.housing.explanation.Met.UNKNOWN;
import static org.onevisit.housing.model.FactKey.DISPOSABLE_INCOME_STATISTIC;
import static org.onevisit.housing.model.FactKey.GRADUATED_ON;
import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.HOME_FLOOR_AREA;
import static org.onevisit.housing.model.FactKey.PUBLIC_SALARY_YEAR;
import static org.onevisit.housing.model.FactKey.QUALIFICATION;
import static org.onevisit.housing.model.FactKey.REGISTER_SINCE;
import static org.onevisit.housing.model.FactKey.RENT_MONTHLY;
import static org.onevisit.housing.model.FactKey.WAGE_YEAR;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;

/** Each figure of the packs: a fen or a day below it, on it, above it. */
class BoundaryTest {
    private static final Edition HANGZHOU = Packs.edition("hangzhou-2019");
    private static final Edition CHONGQING = Packs.edition("chongqing-yuzhong-2021");
    private static final Edition PINGHU = Packs.edition("pinghu");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 61171.99  | MET     | 61,171.99 < 61,172.00 元/人·年",
                "1 | 61172.00  | NOT_MET | 61,172.00 < 61,172.00 元/人·年",
                "1 | 61172.01  | NOT_MET | 61,172.01 < 61,172.00 元/人·年",
                "3 | 183515.99 | MET     | 61,171.9967 < 61,172.0000 元/人·年",
                "3 | 183516.00 | NOT_MET | 61,172.00 < 61,172.00 元/人·年",
                "3 | 183516.01 | NOT_MET | 61,172.0033 < 61,172.0000 元/人·年",
            })
    @DisplayName("Hangzhou's income line is exclusive, to the fen of the whole household")
    void hangzhouIncome(int people, String yuan, Met met, String comparison) {
        CriterionResult income = Case.of(people)
                .member("m1", WAGE_YEAR, Money.yuan(new BigDecimal(yuan)))
                .criterion(HANGZHOU, "income");

        assertThat(income.met()).isEqualTo(met);
        assertThat(income.comparison()).isEqualTo(comparison);
        assertThat(income.placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2021-03-01,MET", "2021-03-02,MET", "2021-03-03,NOT_MET"})
    @DisplayName("five years of register, to the day and inclusive")
    void fiveYearsOfRegister(LocalDate since, Met met) {
        Case household = Case.of(2).member("m1", REGISTER_SINCE, since).member("m2", REGISTER_SINCE, Case.DAY);

        assertThat(household.criterion(HANGZHOU, "register").met()).isEqualTo(met);
        assertThat(household.criterion(PINGHU, "register").met()).isEqualTo(met);
        assertThat(household.criterion(PINGHU, "register").placeholder()).isTrue();
        assertThat(household.criterion(HANGZHOU, "register").placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2021-03-03,NEW_EMPLOYEE", "2021-03-02,LOWER_MIDDLE", "2021-03-01,LOWER_MIDDLE"})
    @DisplayName("a graduate of fewer than five years is a new employee; the figure is a placeholder")
    void newEmployees(LocalDate graduated, String category) {
        Case household = Case.of(1).member("m1", QUALIFICATION, "BACHELOR").member("m1", GRADUATED_ON, graduated);

        assertThat(household.judge(HANGZHOU).category()).isEqualTo(category);
        assertThat(HANGZHOU.placeholders()).anyMatch(s -> s.startsWith("新就业大学毕业生的毕业年限：5 年"));
    }

    @ParameterizedTest
    @CsvSource({"0,MET", "1,NOT_MET"})
    @DisplayName("one home of any member is one too many")
    void homes(int homes, Met met) {
        CriterionResult result = Case.of(3).member("m2", HOME_COUNT, homes).criterion(HANGZHOU, "noHome");

        assertThat(result.met()).isEqualTo(met);
        assertThat(result.comparison()).isEqualTo("3 人中 " + (3 - homes) + " 人符合");
    }

    @ParameterizedTest
    @CsvSource({"44.99,MET", "45.00,MET", "45.01,NOT_MET"})
    @DisplayName("Pinghu's area line of 15 square metres a head is inclusive, and a placeholder")
    void pinghuArea(String area, Met met) {
        CriterionResult result =
                Case.of(3).member("m1", HOME_FLOOR_AREA, FloorArea.of(area)).criterion(PINGHU, "area");

        assertThat(result.met()).isEqualTo(met);
        assertThat(result.placeholder()).isTrue();
    }

    @Test
    @DisplayName("the greater of wage and public pay counts once; a missing statistic matters only above the line")
    void pinghuIncome() {
        Case household = Case.of(1)
                .member("m1", WAGE_YEAR, Money.yuan(61_171))
                .member("m1", PUBLIC_SALARY_YEAR, Money.yuan(50_000))
                .unknown("household", DISPOSABLE_INCOME_STATISTIC, "统计：逾期未答复");
        assertThat(household.criterion(PINGHU, "income").met()).isEqualTo(MET);

        household.member("m1", WAGE_YEAR, Money.yuan(61_172));
        CriterionResult unknown = household.criterion(PINGHU, "income");
        assertThat(unknown.met()).isEqualTo(UNKNOWN);
        assertThat(unknown.comparison()).contains("61,172.00 < 61,172.00").contains("未知");
        assertThat(unknown.facts())
                .filteredOn(f -> f.gap().isPresent())
                .extracting(FactUsed::fact)
                .containsExactly("statistic.disposableIncome");

        household.household(DISPOSABLE_INCOME_STATISTIC, Money.yuan(61_172));
        assertThat(household.criterion(PINGHU, "income").met()).isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"1034.99,1034.99", "1035.00,1035.00", "1035.01,1035.00"})
    @DisplayName("Chongqing's subsidy is the lesser of formula and rent, to the fen")
    void chongqingRent(String rent, String amount) {
        Case household = Case.of(3).certificate("DIBAO").household(RENT_MONTHLY, Money.yuan(new BigDecimal(rent)));

        assertThat(household.calculate(CHONGQING).monthly().orElseThrow()).hasToString(amount);
    }

    @ParameterizedTest
    @CsvSource({"14.99,0.37", "15.00,0.00", "15.01,0.00"})
    @DisplayName("Chongqing's gap ends at the standard; fractions of a fen are rounded by the pack")
    void chongqingStandard(String own, String amount) {
        Case household = Case.of(2)
                .certificate("LOW_INCOME")
                .each(HOME_FLOOR_AREA, FloorArea.of(own))
                .household(RENT_MONTHLY, Money.yuan(3000));

        assertThat(household.calculate(CHONGQING).monthly().orElseThrow()).hasToString(amount);
    }
}
