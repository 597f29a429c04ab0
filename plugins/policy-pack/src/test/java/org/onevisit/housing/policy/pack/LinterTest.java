package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.policy.pack.source.PackError;
import org.onevisit.housing.policy.pack.source.PackError.Severity;
import org.onevisit.housing.policy.pack.source.PackFile;

class LinterTest {
    @Test
    @DisplayName("every shipped pack is in order, without so much as a warning")
    void shippedPacksAreInOrder() {
        assertThat(Packs.shipped().states())
                .allSatisfy(state -> assertThat(state.errors()).isEmpty());
        assertThat(Packs.shipped().editions()).hasSize(3);
    }

    @Test
    @DisplayName("the small pack of these tests is in order")
    void smallPackIsInOrder() {
        assertThat(Yaml.errors(Yaml.COUNTY)).isEmpty();
    }

    static List<Arguments> faults() {
        return List.of(
                fault(
                        "a paper for what a check answers",
                        "figures:",
                        "documents: { INCOME_PROOF: { text: 收入证明 } }\nfigures:",
                        "documents/INCOME_PROOF",
                        "income.wageYear"),
                fault(
                        "a paper for what a check answers, under another name",
                        "figures:",
                        "documents: { DEED: { text: 房产证, proves: [home.count] } }\nfigures:",
                        "documents/DEED",
                        "home.count"),
                fault(
                        "an unheard-of paper that does not say what it proves",
                        "figures:",
                        "documents: { LETTER: { text: 信 } }\nfigures:",
                        "documents/LETTER",
                        "proves"),
                fault(
                        "a fact that no check supplies",
                        "supplies: [home.count]",
                        "supplies: [home.floorArea]",
                        "criteria/noHome/test",
                        "home.count"),
                fault(
                        "a fact outside the catalogue",
                        "supplies: [home.count]",
                        "supplies: [home.count, home.colour]",
                        "checks/real-estate/supplies/1",
                        "catalogue"),
                fault(
                        "another county's own fact",
                        "supplies: [home.count]",
                        "supplies: [home.count, x-330100.quota]",
                        "checks/real-estate/supplies/1",
                        "x-330482"),
                fault("no transition clause", "transition: PIN\n", "", "", "transition"),
                fault("no clause for those in between", "receivedBetween: PIN\n", "", "", "receivedBetween"),
                fault("an unknown transition", "transition: PIN", "transition: LATER", "transition", "FAVOURABLE"),
                fault(
                        "limits that together exceed the whole",
                        "figures:",
                        "limits: { whole: { working: 30 } }\nfigures:",
                        "limits/whole",
                        "40 days"),
                fault(
                        "a check longer than the stage",
                        "{ supplies: [home.count] }",
                        "{ supplies: [home.count], limit: { working: 16 } }",
                        "checks/real-estate/limit",
                        "limits/verification"),
                fault(
                        "limits in different units",
                        "figures:",
                        "limits: { subdistrict: { calendar: 8 } }\nfigures:",
                        "limits/subdistrict",
                        "unit"),
                fault(
                        "both units at once",
                        "figures:",
                        "limits: { whole: { working: 40, calendar: 56 } }\nfigures:",
                        "limits/whole",
                        ""),
                fault(
                        "a panel without seats",
                        "figures:",
                        "panel: { seats: { housing: ~, civil-affairs: ~ } }\nfigures:",
                        "panel/seats",
                        ""),
                fault("an unknown key", "county:", "countie: 县\ncounty:", "countie", "schema"),
                fault("a wrong type", "value: 60000", "value: many", "figures/incomeLine/value", "number"),
                fault("a day that does not exist", "2025-01-01", "2025-02-30", "effectiveFrom", "exists"),
                fault(
                        "a source that is not listed",
                        "value: 500, unit: 元, source: S01",
                        "value: 500, unit: 元, source: S99",
                        "figures/amount/source",
                        "sources"),
                fault("a number without a name", "<= incomeLine", "<= 60000", "criteria/income/test", "60000"),
                fault(
                        "a name that nobody declared",
                        "<= incomeLine",
                        "<= incomeLimit",
                        "criteria/income/test",
                        "incomeLimit"),
                fault(
                        "a member's fact outside a function",
                        "all(home.count == 0)",
                        "home.count == 0",
                        "criteria/noHome/test",
                        "function over members"),
                fault(
                        "text compared with a number",
                        "<= incomeLine",
                        "<= household.residence",
                        "criteria/income/test",
                        "NUMBER"),
                fault(
                        "a criterion that is no condition",
                        "perHead(income.wageYear) <= incomeLine",
                        "perHead(income.wageYear)",
                        "criteria/income/test",
                        "TRUTH"),
                fault(
                        "a function outside the closed set",
                        "all(home.count == 0)",
                        "sqrt(all(home.count == 0)) == 1",
                        "criteria/noHome/test",
                        "sqrt"),
                fault(
                        "an operator outside the closed set",
                        "<= incomeLine",
                        "<= incomeLine ^ 12",
                        "criteria/income/test",
                        "'^'"),
                fault(
                        "a text that shows a figure that is not there",
                        "人均年收入不超过收入线",
                        "\"人均年收入不超过 {line} 元\"",
                        "criteria/income/text",
                        "{line}"),
                fault("a half expression", "<= incomeLine", "<=", "criteria/income/test", "expression"),
                fault(
                        "one function over members inside another",
                        "all(home.count == 0)",
                        "all(sum(home.count) == 0)",
                        "criteria/noHome/test",
                        "sum"),
                fault(
                        "a criterion that is not there",
                        "criteria: [income, noHome]",
                        "criteria: [income, noCar]",
                        "categories/ALL/criteria/1",
                        "noHome"),
                fault(
                        "a category without a formula",
                        "categories:\n",
                        "categories:\n  OTHER: { text: 其他, clause: 第一条, criteria: [income] }\n",
                        "categories/OTHER",
                        "formula"),
                fault(
                        "a formula that lacks a term",
                        "kind: FIXED, clause: 第三条, amount: amount",
                        "kind: FIXED, clause: 第三条",
                        "assistance/subsidy/ALL",
                        "amount"),
                fault(
                        "a formula with a foreign term",
                        "amount: amount }",
                        "amount: amount, rate: amount }",
                        "assistance/subsidy/ALL/rate",
                        "FIXED"),
                fault(
                        "values in a circle",
                        "criteria:\n",
                        "values: { a: { text: 甲, is: b + 1 }, b: { text: 乙, is: a + 1 } }\ncriteria:\n",
                        "values/a/is",
                        "circle"),
                fault(
                        "a table without a last row",
                        "criteria:\n",
                        "tables: { t: { text: 表, by: household.size, rows: [{ upTo: 1, value: 1, source: S01 }] } }\ncriteria:\n",
                        "tables/t/rows/0",
                        "last row"),
                fault(
                        "a mask that shows a number",
                        "figures:",
                        "publicity: { masks: { number: { first: 6, stars: 1, last: 6 } } }\nfigures:",
                        "publicity/masks/number/first",
                        "locked"),
                fault(
                        "a subdistrict of another county",
                        "figures:",
                        "subdistricts: { \"330100001\": { text: 街道 } }\nfigures:",
                        "subdistricts/330100001",
                        "330482"));
    }

    private static Arguments fault(String name, String old, String replacement, String path, String expected) {
        return Arguments.of(name, Yaml.with(old, replacement), path, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("a fault is told with file, line, path, what was expected and the cure, and the pack is not offered")
    void faultsAreTold(String name, String yaml, String path, String expected) {
        PackPolicySource source = Yaml.source(yaml);

        assertThat(source.editions()).isEmpty();
        assertThat(source.states().get(1).status()).isEqualTo(PackState.Status.INVALID);
        assertThat(source.states().get(1).errors()).anySatisfy(error -> {
            assertThat(error.fatal()).isTrue();
            assertThat(error.path()).isEqualTo(path);
            assertThat(error.expected()).contains(expected);
            assertThat(error.cure()).isNotBlank();
            assertThat(error.origin().line()).isPositive();
        });
    }

    @Test
    @DisplayName("the line is the one where it stands, and all errors come at once")
    void allErrorsAtOnceWithTheirLines() {
        String yaml = Yaml.with("<= incomeLine", "<= incomeLimit").replace("home.count == 0", "home.colour == 0");

        assertThat(Yaml.errors(yaml).stream().filter(PackError::fatal).map(e -> e.origin() + " " + e.path()))
                .containsExactly("testing.yaml:23 criteria/income/test", "testing.yaml:24 criteria/noHome/test");
    }

    @Test
    @DisplayName("asking agencies for more than is used is a warning")
    void unusedFactsAreAWarning() {
        List<PackError> errors = Yaml.errors(Yaml.with("[home.count]", "[home.count, home.transferredOn]"));

        assertThat(errors).extracting(PackError::severity).containsExactly(Severity.WARNING);
        assertThat(errors.get(0).expected()).contains("home.transferredOn");
    }

    @Test
    @DisplayName("broken YAML, anchors, tags and doubled keys are refused with their line")
    void brokenYaml() {
        for (String line : List.of(
                "a: [", "a: &x 1", "a: !!java.lang.Object {}", "pack: twice", "? [a]\n: b", "a: 0x1F", "a: .inf")) {
            List<PackError> errors = Yaml.errors(Yaml.COUNTY + line + "\n");
            assertThat(errors).as(line).hasSize(1);
            assertThat(errors.get(0).origin().line()).as(line).isGreaterThanOrEqualTo(29);
        }
    }

    @Test
    @DisplayName("a pack that is wrong does not spoil the others")
    void oneBadPackDoesNotSpoilTheOthers() {
        PackPolicySource source = new PackPolicySource(
                List.of(new PackFile("broken.yaml", "- nothing"), Packs.file("base"), Packs.file("pinghu")));

        assertThat(source.editions()).hasSize(1);
        assertThat(source.states())
                .extracting(PackState::status)
                .containsExactly(PackState.Status.INVALID, PackState.Status.LAYER, PackState.Status.OFFERED);
    }
}
