package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

/** What holds for every fact. */
class FactLawTest {
    @Property
    @Label("every fact is read as it is written, and its toString names the key only")
    void roundTrip(@ForAll("facts") Fact fact) {
        assertThat(Fact.parse(fact.key(), fact.text())).isEqualTo(fact);
        assertThat(fact).hasToString(fact.key().name());
    }

    @Property
    @Label("any text is a value of the key, or is refused without being repeated")
    void anyTextIsAnswered(@ForAll("keys") FactKey key, @ForAll String text) {
        try {
            assertThat(Fact.parse(key, text).value()).isInstanceOf(key.type().carrier());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(120);
        }
    }

    @Provide
    Arbitrary<FactKey> keys() {
        return Arbitraries.of(FactKey.catalogue());
    }

    @Provide
    Arbitrary<Fact> facts() {
        return keys().flatMap(key -> values(key.type()).map(value -> Fact.of(key, value)));
    }

    private static Arbitrary<?> values(FactType type) {
        return switch (type) {
            case MONEY -> Arbitraries.longs().map(Money::new);
            case AREA ->
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("100000"))
                        .ofScale(2)
                        .map(FloorArea::new);
            case COUNT, MONTHS -> Arbitraries.integers().greaterOrEqual(0);
            case FLAG -> Arbitraries.of(true, false);
            case DATE -> Dates.dates().between(LocalDate.of(1800, 1, 1), LocalDate.of(2200, 1, 1));
            case CODE -> Arbitraries.strings();
        };
    }
}
