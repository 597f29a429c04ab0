package org.onevisit.housing.core.rules;

import java.util.stream.Stream;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;

/** Any window takes any household; the file goes to the subdistrict of its household register (一窗受理、全城通办). */
public final class Routing {
    private Routing() {}

    /** The subdistrict that reviews: of the applicant's register, else of another member's, else of the residence. */
    public static Division of(Application application) {
        Division county = application.division();
        Stream<Division> registers = Stream.concat(
                Stream.of(application.applicantMember().register()),
                application.household().members().stream().map(Member::register));
        return Stream.concat(registers, Stream.of(application.household().residence()))
                .filter(county::contains)
                .filter(place -> place.code().length() >= 9)
                .findFirst()
                .map(place -> Division.of(place.code().substring(0, 9)))
                .orElse(county);
    }
}
