package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    @DisplayName("money with a part of a fen, or beyond what fits, is refused, never rounded by itself")
    void moneyIsExact() {
        assertThatThrownBy(() -> Money.yuan(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.yuan(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThat(Money.rounded(new BigDecimal("0.005"), RoundingMode.HALF_UP)).isEqualTo(new Money(1));
        assertThat(Money.yuan(810)).hasToString("810.00");
    }

    @ParameterizedTest
    @DisplayName("a floor area is not negative, has two decimals, and is of this world")
    @ValueSource(strings = {"-0.01", "48.005", "1E+99999999", "1E-999999999", "1000000000000"})
    void areaHasLimits(String text) {
        assertThatThrownBy(() -> FloorArea.of(text))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @DisplayName("other codes are no division")
    @ValueSource(strings = {"", "33048", "3304820", "33048a", "330482001002003", "330482\n", "٣٣٠٤٨٢"})
    void noDivisions(String code) {
        assertThatThrownBy(() -> Division.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
