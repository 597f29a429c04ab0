package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {
    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("a text that is no value of the type is refused, and not repeated")
    @CsvSource({
        "income.wageYear, 12.345",
        "income.wageYear, '12,000'",
        "income.wageYear, 1E+2147483647",
        "home.floorArea, -1",
        "home.floorArea, 1E+99999999",
        "home.count, -1",
        "home.count, 1.5",
        "home.count, 99999999999",
        "insurance.months, -12",
        "person.alive, yes",
        "person.registerSince, 2015-02-29",
        "person.registerSince, 01/06/2015"
    })
    void badTexts(String name, String text) {
        FactKey key = FactKey.named(name).orElseThrow();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Fact.parse(key, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text));
    }

    @Test
    @DisplayName("a value of another type than the key's is refused")
    void badTypes() {
        assertThatThrownBy(() -> Fact.of(FactKey.HOME_COUNT, "2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.of(FactKey.WAGE_YEAR, new BigDecimal("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
