package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

/** What holds for every identity number. */
class ResidentIdLawTest {
    @Property
    @Label("seventeen digits with a date, and their check digit, are a number whose text is masked")
    void everyNumberThatComputesIsRead(@ForAll("numbers") String text) {
        ResidentId id = ResidentId.parse(text);
        assertThat(id.number()).isEqualTo(text);
        assertThat(ResidentId.parse(text.toLowerCase(Locale.ROOT))).isEqualTo(id);
        assertThat(id.toString()).startsWith(text.substring(0, 2)).hasSize(18).doesNotContain(text.substring(2, 6));
        assertThat(id.toString().substring(2)).isEqualTo("*".repeat(16));
    }

    @Property
    @Label("one digit changed is always noticed")
    void oneDigitChangedIsNoticed(
            @ForAll("numbers") String text,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 10) int digit) {
        char other = place == 17 ? "0123456789X".charAt(digit) : (char) ('0' + digit % 10);
        String changed = text.substring(0, place) + other + text.substring(place + 1);
        assertThat(ResidentId.faultOf(changed).isEmpty()).isEqualTo(changed.equals(text));
    }

    @Property
    @Label("any text is read or told what is wrong with it")
    void anyTextIsAnswered(@ForAll String text) {
        if (ResidentId.faultOf(text).isEmpty()) {
            assertThat(ResidentId.parse(text).number()).hasSize(18);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> area = Arbitraries.strings().numeric().ofLength(6);
        Arbitrary<String> birth = Dates.dates()
                .between(LocalDate.of(1850, 1, 1), LocalDate.of(2099, 12, 31))
                .map(DateTimeFormatter.BASIC_ISO_DATE::format);
        Arbitrary<String> sequence = Arbitraries.strings().numeric().ofLength(3);
        return Combinators.combine(area, birth, sequence).as((a, b, s) -> withCheckDigit(a + b + s));
    }

    private static String withCheckDigit(String seventeen) {
        return seventeen + ResidentId.checkDigit(seventeen);
    }
}
