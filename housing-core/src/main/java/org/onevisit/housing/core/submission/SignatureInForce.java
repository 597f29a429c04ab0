package org.onevisit.housing.core.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Member;

/**
 * Which signature lets agencies be asked about a member on a day. The member signs; for a minor the guardian does, and that holds until
 * the minor is of age. An adult who had a guardian on the day of receipt already keeps one.
 */
public final class SignatureInForce {
    private SignatureInForce() {}

    /** The signature of a member, if one is in force. */
    public static Optional<Authorisation> of(Application application, Member member, LocalDate day) {
        return application.authorisations().stream()
                .filter(signed -> signed.member().equals(member.id()))
                .filter(signed -> signed.purpose().equals(Authorisation.HOUSING_SECURITY_VERIFICATION))
                .filter(signed -> !signed.signedOn().isAfter(day))
                .filter(signed -> signed.byGuardian()
                        ? member.guardian().filter(signed.signedBy()::equals).isPresent()
                                && mayHaveGuardian(application, member, day)
                        : !member.isMinorOn(signed.signedOn()))
                .findFirst();
    }

    /** Members without a signature in force. */
    public static List<Member> unsigned(Application application, LocalDate day) {
        return application.household().members().stream()
                .filter(member -> of(application, member, day).isEmpty())
                .toList();
    }

    /** May somebody sign for the member on a day? Not for one who has come of age since the receipt. */
    public static boolean mayHaveGuardian(Application application, Member member, LocalDate day) {
        return member.isMinorOn(day)
                || !member.isMinorOn(Reading.day(application.intake().receivedAt()));
    }
}
