package org.onevisit.housing.testkit.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;

/** What the core refuses in a finding (V-08). */
final class FindingRules {
    private final CheckProfile profile;
    private final Set<String> asked;
    private final LocalDate today;

    /** Rules for answers to this inquiry, given on that day. */
    FindingRules(CheckProfile profile, KitInquiry inquiry, LocalDate today) {
        this.profile = profile;
        this.asked = inquiry.people().stream().map(KitPerson::id).collect(Collectors.toSet());
        this.today = today;
    }

    /** What is wrong; empty when nothing is. */
    List<String> broken(Finding finding) {
        List<String> broken = new ArrayList<>();
        finding.answers().forEach((person, answer) -> {
            if (!person.equals(Finding.HOUSEHOLD) && !asked.contains(person)) {
                broken.add("answers for " + person + ", who was not asked about");
            }
            if (answer instanceof Answer.Facts facts) {
                notFuture(facts.asOf(), broken);
                facts.facts().keySet().forEach(key -> mayBeSaid(key, person, broken));
            } else if (answer instanceof Answer.NothingOnRecord nothing) {
                notFuture(nothing.asOf(), broken);
            }
        });
        finding.validUntil()
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> broken.add("is valid until " + day + ", which is past"));
        return broken;
    }

    private void notFuture(LocalDate asOf, List<String> broken) {
        if (asOf.isAfter(today)) {
            broken.add("speaks of " + asOf + ", which is to come; today is " + today);
        }
    }

    private void mayBeSaid(FactKey key, String person, List<String> broken) {
        if (!profile.supplies().contains(key)) {
            broken.add("holds " + key + ", which the profile does not declare in supplies(…)");
        }
        boolean household = key.subject() == FactKey.Subject.HOUSEHOLD;
        if (household != person.equals(Finding.HOUSEHOLD)) {
            broken.add("says " + key + " of " + person + "; it is a fact about the " + key.subject());
        }
    }
}
