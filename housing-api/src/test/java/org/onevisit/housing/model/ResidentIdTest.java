package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.model.ResidentId.Fault;
import org.onevisit.housing.model.ResidentId.Kind;
import org.onevisit.housing.model.ResidentId.Sex;

class ResidentIdTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("the standard's examples and numbers of unassigned areas are read")
    @CsvSource({
        "11010519491231002X, FEMALE, 1949-12-31",
        "440524188001010014, MALE, 1880-01-01",
        "330499199003070014, MALE, 1990-03-07",
        "330499198812310028, FEMALE, 1988-12-31",
        "330499201602290035, MALE, 2016-02-29",
        "330499197506150041, FEMALE, 1975-06-15",
        "33049919850615002X, FEMALE, 1985-06-15"
    })
    void vectorsAreRead(String text, Sex sex, LocalDate birth) {
        ResidentId id = ResidentId.parse(text);
        assertThat(id.number()).isEqualTo(text);
        assertThat(id.sex()).isEqualTo(sex);
        assertThat(id.birthDate()).isEqualTo(birth);
        assertThat(id.kind()).isEqualTo(Kind.MAINLAND);
        assertThat(id.lastFour()).isEqualTo(text.substring(14));
    }

    @Test
    @DisplayName("a final x in lower case is the same number")
    void lowerCase() {
        assertThat(ResidentId.parse("33049919850615002x")).isEqualTo(ResidentId.parse("33049919850615002X"));
    }

    @Test
    @DisplayName("fifteen digits become eighteen, so that one person has one number")
    void fifteenDigits() {
        ResidentId first = ResidentId.parse("330499900307001");
        assertThat(first).isEqualTo(ResidentId.parse("330499199003070014")).hasSameHashCodeAs("330499199003070014");
        assertThat(ResidentId.faultOf("330499900230001")).contains(Fault.BIRTH_DATE);
        assertThat(ResidentId.faultOf("33049990030700X")).contains(Fault.SHAPE);
    }

    @ParameterizedTest
    @DisplayName("the residence permit tells where its holder is from")
    @CsvSource({"810000, HONG_KONG", "820000, MACAO", "830000, TAIWAN", "330482, MAINLAND", "810001, MAINLAND"})
    void residencePermits(String area, Kind kind) {
        assertThat(ResidentId.parse(withCheckDigit(area + "19900307001")).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("what is wrong is told, without the text")
    @CsvSource({
        "'', SHAPE",
        "33049919900307001, SHAPE",
        "3304991990030700144, SHAPE",
        "33049919900307001A, SHAPE",
        "33049919900307X014, SHAPE",
        "３30499199003070014, SHAPE",
        "330499199002300016, BIRTH_DATE",
        "330499199013010016, BIRTH_DATE",
        "330499190002290016, BIRTH_DATE",
        "330499199003070015, CHECK_DIGIT",
        "33049919900307001X, CHECK_DIGIT"
    })
    void faultsAreTold(String text, Fault fault) {
        assertThat(ResidentId.faultOf(text)).contains(fault);
        assertThatThrownBy(() -> ResidentId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault.name())
                .hasMessageNotContaining(text.isEmpty() ? "\0" : text);
    }

    @Test
    @DisplayName("age is in full years, and begins on the birthday")
    void age() {
        ResidentId id =
                ResidentId.parse("330499200811270019".substring(0, 17) + ResidentId.checkDigit("33049920081127001"));
        assertThat(id.ageOn(LocalDate.of(2026, 11, 26))).isEqualTo(17);
        assertThat(id.ageOn(LocalDate.of(2026, 11, 27))).isEqualTo(18);
        ResidentId leap = ResidentId.parse("330499201602290035");
        assertThat(leap.ageOn(LocalDate.of(2034, 2, 28))).isEqualTo(17);
        assertThat(leap.ageOn(LocalDate.of(2034, 3, 1))).isEqualTo(18);
    }

    private static String withCheckDigit(String seventeen) {
        return seventeen + ResidentId.checkDigit(seventeen);
    }
}
