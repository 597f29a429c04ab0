package org.onevisit.housing;

import com.google.common.testing.NullPointerTester;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.CreditCode;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.Deadline;

/** "Nothing is null", as the package comments promise: a null is refused where it comes in. */
class NullsTest {
    private static final ResidentId SOMEBODY = ResidentId.parse("330499199003070014");

    @ParameterizedTest
    @DisplayName("a value refuses null in every constructor and factory")
    @ValueSource(
            classes = {
                ApplicationNumber.class,
                Authorisation.class,
                Contact.class,
                CreditCode.class,
                DayCount.class,
                Division.class,
                Document.class,
                Fact.class,
                FactKey.class,
                FloorArea.class,
                Household.class,
                Intake.class,
                Member.class,
                Money.class,
                ResidentId.class,
                Actor.class,
                HousingException.FieldError.class,
                Deadline.class
            })
    void valuesRefuseNull(Class<?> type) {
        tester().testAllPublicConstructors(type);
        tester().testAllPublicStaticMethods(type);
    }

    @ParameterizedTest
    @DisplayName("a value refuses null in what it is asked")
    @ValueSource(classes = {Division.class, FloorArea.class, Money.class, ResidentId.class, ApplicationNumber.class})
    void questionsRefuseNull(Class<?> type) {
        Object value = List.of(
                        Division.of("330482"), FloorArea.of("48"), Money.ZERO, SOMEBODY, ApplicationNumber.of("a-1"))
                .stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
        tester().testAllPublicInstanceMethods(value);
    }

    private static NullPointerTester tester() {
        return new NullPointerTester()
                .setDefault(Division.class, Division.of("330482"))
                .setDefault(ResidentId.class, SOMEBODY)
                .setDefault(Money.class, Money.ZERO)
                .setDefault(FloorArea.class, FloorArea.of("48"))
                .setDefault(ApplicationNumber.class, ApplicationNumber.of("a-1"))
                .setDefault(FactKey.class, FactKey.HOME_COUNT)
                .setDefault(Object.class, 1)
                .setDefault(String.class, "x1")
                .setDefault(Role.class, Role.OPERATOR)
                .setDefault(Instant.class, Instant.EPOCH)
                .setDefault(LocalDate.class, LocalDate.EPOCH)
                .setDefault(Optional.class, Optional.empty())
                .setDefault(Set.class, Set.of())
                .setDefault(List.class, List.of());
    }
}
