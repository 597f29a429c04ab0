package org.onevisit.housing.agency.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.agency.simulated.Persona.Age;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;

class SimulatedFactsTest {
    private static final List<Persona> PEOPLE = IntStream.range(0, 6_000)
            .mapToObj(n -> Persona.of(7, KitPerson.number(n).field(MemberField.RESIDENT_ID), KitInquiry.TODAY))
            .toList();

    private final SimulatedFacts facts = new SimulatedFacts(5, "330482001", Script.none());

    private double shareOf(List<Persona> people, FactKey key, Object value) {
        return (double) people.stream()
                        .filter(person -> facts.of(key, person).value().equals(value))
                        .count()
                / people.size();
    }

    private static List<Persona> adults() {
        return PEOPLE.stream().filter(person -> person.age() == Age.ADULT).toList();
    }

    @Test
    @DisplayName("every key of the catalogue has a value for everybody")
    void everyKeyHasAValue() {
        for (FactKey key : FactKey.catalogue()) {
            PEOPLE.subList(0, 300)
                    .forEach(person -> assertThat(facts.of(key, person).value())
                            .isInstanceOf(key.type().carrier()));
        }
    }

    @Test
    @DisplayName("the shares are those of the table")
    void sharesAreAsDocumented() {
        assertThat(shareOf(adults(), FactKey.HOME_COUNT, 0)).isBetween(0.82, 0.88);
        assertThat(shareOf(adults(), FactKey.WAGE_YEAR, Money.yuan(120_000))).isBetween(0.05, 0.10);
        assertThat(shareOf(PEOPLE, FactKey.PERSON_ALIVE, false)).isBetween(0.001, 0.01);
        assertThat(shareOf(PEOPLE, FactKey.ASSISTANCE_CERTIFICATE, "NONE")).isBetween(0.70, 0.80);
        assertThat(shareOf(PEOPLE, FactKey.DISPOSABLE_INCOME_STATISTIC, Money.yuan(61_172)))
                .isEqualTo(1.0);
    }

    @Test
    @DisplayName("facts of one person agree with each other")
    void factsAgree() {
        for (Persona person : PEOPLE) {
            boolean owner = !facts.of(FactKey.HOME_COUNT, person).value().equals(0);
            boolean area = !facts.of(FactKey.HOME_FLOOR_AREA, person).value().equals(FloorArea.of("0"));
            assertThat(area).isEqualTo(owner);
            boolean vehicle = !facts.of(FactKey.VEHICLE_COUNT, person).value().equals(0);
            assertThat(facts.of(FactKey.VEHICLE_VALUE, person).value().equals(Money.ZERO))
                    .isEqualTo(!vehicle);
            if (person.age() == Age.CHILD) {
                assertThat(facts.of(FactKey.WAGE_YEAR, person).value()).isEqualTo(Money.ZERO);
            }
        }
    }
}
