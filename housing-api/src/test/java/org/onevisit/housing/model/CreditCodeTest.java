package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @DisplayName("codes that compute are read; a remainder of 0 gives the check character 0")
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91310110666007217T",
                "11440232MB2D06811W",
                "1150024100913825XR",
                "113304820000001150"
            })
    void vectorsAreRead(String code) {
        assertThat(new CreditCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @DisplayName("other texts are refused")
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y44",
                "91350100M000100Y430",
                "91350100I000100Y43",
                "91350100m000100y43",
                "91350100M000100Ｙ43"
            })
    void othersAreRefused(String code) {
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
