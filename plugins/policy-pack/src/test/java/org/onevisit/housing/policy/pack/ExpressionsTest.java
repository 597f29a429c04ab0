package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.WAGE_YEAR;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;

/** What an expression may hold, on a household of two adults and a child of ten: wages 30,000, 20,000 and 0; one home of m2. */
class ExpressionsTest {
    private static Case household() {
        return Case.of(3)
                .member("m1", WAGE_YEAR, Money.yuan(30_000))
                .member("m2", WAGE_YEAR, Money.yuan(20_000))
                .member("m2", HOME_COUNT, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum(income.wageYear) == 100 * 100 * (100 / 12 - 100 / 12) + sum(income.wageYear) | MET | 50,000.00 = 50,000.00",
                "sum(income.wageYear) > max(income.wageYear) + 1            | MET     | 50,000.00 > 30,001.00 元",
                "perHead(income.wageYear) >= incomeLine                     | NOT_MET | 16,666.6667 ≥ 60,000.0000 元/人·年",
                "applicant(income.wageYear) == max(income.wageYear)         | MET     | 30,000.00 = 30,000.00 元",
                "count(home.count > 0) == 1                                 | MET     | 1 = 1 人",
                "any(home.count > 0)                                        | MET     | 3 人中 1 人符合",
                "!any(home.count > 0)                                       | NOT_MET | 非（3 人中 1 人符合）",
                "all(if(member.adult, 1, home.count) <= 1)                  | MET     | 3 人中 3 人符合",
                "household.minors == 1 && household.adults == household.size - 1 | MET | 1 = 1 人，且 2 = 2 人",
                "max(member.age) < household.size * 12                      | MET     | 35 < 36 人",
                "if(household.size > 1, 12, 100) == 12                      | MET     | 12 = 12",
                "clamp(household.size, 12, 100) == 12                       | MET     | 12 = 12 人",
                "least(household.size, 1) == 1 && greatest(household.size, 12) == 12 | MET | 1 = 1 人，且 12 = 12 人",
                "within(household.residence, \"330482\")                    | MET     | 330482001 属于 330482",
                "all(within(member.register, \"330482001\"))                | MET     | 3 人中 3 人符合",
                "applicant(member.applicant)                                | MET     | 是",
                "-household.size < 0                                        | MET     | -3 < 0 人",
                "1 / 0 > 0                                                  | NOT_MET | 无 > 0",
                "household.residence != \"330482002\"                       | MET     | 330482001 ≠ 330482002",
            })
    @DisplayName("an expression comes out, and is shown with its numbers filled in")
    void expressions(String expression, Met met, String shown) {
        CriterionResult result = household().criterion(edition(expression), "income");

        assertThat(result.met()).isEqualTo(met);
        assertThat(result.comparison()).startsWith(shown);
    }

    @ParameterizedTest
    @CsvSource({"1,1.5", "2,2", "4,4", "5,4.8", "6,5.6"})
    @DisplayName("one person counts more, the fifth and later less, where the pack says so")
    void heads(int people, String heads) {
        String yaml = Yaml.with("criteria:\n", "heads: { alone: 1.5, fifthAndMore: 0.8, source: S01 }\ncriteria:\n");
        Edition edition = Yaml.edition(yaml.replace("value: 500,", "value: " + heads + ",")
                .replace("perHead(income.wageYear) <= incomeLine", "household.heads == amount"));

        CriterionResult result = Case.of(people).criterion(edition, "income");
        assertThat(result.met()).isEqualTo(Met.MET);
        assertThat(result.placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"59999.99,100.00", "60000.00,100.00", "60000.01,50.00"})
    @DisplayName("TABLE: the first row that takes the key counts, to the fen")
    void table(String wage, String amount) {
        String yaml = Yaml.with("criteria:\n", """
                        tables:
                          tier:
                            text: 补贴档次
                            by: sum(income.wageYear)
                            unit: 元
                            rows: [{ below: 60000.01, value: 100, source: S01 }, { value: 50 }]
                        criteria:
                        """)
                .replace("kind: FIXED, clause: 第三条, amount: amount", "kind: TABLE, clause: 第三条, amount: tier");
        Edition edition = Yaml.edition(yaml);

        var calculation = Case.of(1)
                .member("m1", WAGE_YEAR, Money.yuan(new java.math.BigDecimal(wage)))
                .calculate(edition);
        assertThat(calculation.monthly().orElseThrow()).hasToString(amount);
        assertThat(calculation.placeholder()).as("a row has no source").isTrue();
        assertThat(edition.placeholders()).anyMatch(s -> s.startsWith("补贴档次"));
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP,2,0.13", "DOWN,2,0.12", "UP,0,1.00", "HALF_UP,0,0.00", "HALF_EVEN,2,0.12"})
    @DisplayName("an amount is rounded as the pack says, and the step is shown")
    void rounding(String mode, int scale, String amount) {
        String yaml = Yaml.with(
                        "assistance:\n", "assistance:\n  rounding: { scale: " + scale + ", mode: " + mode + " }\n")
                .replace("value: 500,", "value: 0.125,");

        var calculation = Case.of(1).calculate(Yaml.edition(yaml));
        assertThat(calculation.monthly().orElseThrow()).hasToString(amount);
        assertThat(calculation.steps()).hasSize(2).last().satisfies(step -> assertThat(step.text())
                .startsWith("舍入"));
        assertThat(calculation.placeholder()).as("the rule has no source").isTrue();
    }

    @Test
    @DisplayName("a county's own fact is declared with its type, and used like any other")
    void ownFacts() {
        String yaml = Yaml.with("[home.count]", "[home.count, x-330482.veteran]")
                .replace(
                        "figures:",
                        "facts: { x-330482.veteran: { text: 退役军人, type: FLAG, subject: PERSON, provesAbsence: true } }\nfigures:")
                .replace(
                        "perHead(income.wageYear) <= incomeLine",
                        "any(fact(\"x-330482.veteran\")) || perHead(income.wageYear) <= incomeLine");
        FactKey veteran =
                FactKey.ownKey(Division.of("330482"), "veteran", "退役军人", FactType.FLAG, FactKey.Subject.PERSON);

        Edition edition = Yaml.edition(yaml);
        Case household = Case.of(1).member("m1", WAGE_YEAR, Money.yuan(90_000));
        assertThat(household.nothing("m1", veteran).criterion(edition, "income").met())
                .isEqualTo(Met.NOT_MET);
        assertThat(household
                        .member("m1", veteran, true)
                        .criterion(edition, "income")
                        .met())
                .isEqualTo(Met.MET);
        assertThat(edition.rules().check("real-estate").orElseThrow().supplies())
                .contains(veteran);
    }

    private static Edition edition(String expression) {
        String quoted = "'" + expression + "'";
        // both facts stay in use, so that the pack is in order whatever the expression looks at
        return Yaml.edition(Yaml.with("test: perHead(income.wageYear) <= incomeLine", "test: " + quoted));
    }
}
