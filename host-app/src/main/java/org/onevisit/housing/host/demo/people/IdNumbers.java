package org.onevisit.housing.host.demo.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import org.onevisit.housing.model.ResidentId;

/** Issues identity numbers that are well-formed and belong to nobody: their area was never assigned. Each is issued once. */
final class IdNumbers {
    /** An area code that GB/T 2260 does not assign. */
    static final String AREA = "330499";

    private final Set<String> issued = new HashSet<>();

    /** A number for a birth date. */
    ResidentId issue(LocalDate birth, Draws draws) {
        String number = number(birth, draws);
        while (!issued.add(number)) {
            number = number(birth, draws);
        }
        return ResidentId.parse(number);
    }

    private static String number(LocalDate birth, Draws draws) {
        String seventeen =
                AREA + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(draws.between(1, 999));
        return seventeen + ResidentId.checkDigit(seventeen);
    }
}
