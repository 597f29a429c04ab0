package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onevisit.housing.core.rules.EditionChange;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition.Transition;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Reply;

/** Whatever the next edition says: by the clause {@code favourable} no application is worse off than under its old edition. */
class FavourablePropertyTest {
    private static final LocalDate RECEIVED = LocalDate.of(2025, 12, 29);
    private static final String IN_FORCE = "2026-01-04";
    /** What an edition is worth to a household that it finds not eligible: less than no money. */
    private static final Money NOTHING = Money.yuan(-1);

    /** What the next edition comes to: a verdict, whatever is known, and a sum. */
    record Next(Met met, Optional<Money> monthly) {}

    @Provide
    Arbitrary<Next> next() {
        Arbitrary<Optional<Money>> sums =
                Arbitraries.of(0, 1, 809, 810, 811, 5000).map(Money::yuan).optional(0.9);
        return Combinators.combine(Arbitraries.of(Met.values()), sums).as(Next::new);
    }

    @Property(tries = 100)
    void neverWorseOffAndAnUnknownKeepsTheOld(@ForAll("next") Next next, @ForAll("homes") Optional<Integer> homes) {
        County county = County.with(1, RECEIVED);
        county.checks.get(0).answers(inquiry -> {
            if (homes.isEmpty()) {
                throw new AgencyUnreachableException("agency-1", "closed");
            }
            return Reply.now(FakeCheck.homes(inquiry, homes.get()));
        });
        ApplicationNumber number = county.received(1);
        county.clerk().accept(number);
        Next before = of(county.clerk().explanation(number));
        assertThat(before.met() == Met.UNKNOWN).isEqualTo(homes.isEmpty());

        county.offer(county.policy, amendment(county, next));
        county.on(IN_FORCE);
        county.on("2026-01-05");

        Explanation explanation = county.clerk().explanation(number);
        boolean changed = explanation.edition().equals("fake 2");
        Next after = of(explanation);
        assertThat(after).isEqualTo(changed ? next : before);
        if (before.met() == Met.UNKNOWN || next.met() == Met.UNKNOWN) {
            assertThat(changed).as("%s, then %s", before, next).isFalse();
        } else {
            assertThat(worth(after)).as("%s, then %s", before, next).isGreaterThanOrEqualTo(worth(before));
            assertThat(changed)
                    .as("%s, then %s", before, next)
                    .isEqualTo(worth(next).compareTo(worth(before)) > 0);
        }
    }

    @Provide
    Arbitrary<Optional<Integer>> homes() {
        return Arbitraries.integers().between(0, 2).optional(0.8);
    }

    /** A sum that is not known yet counts as none. */
    private static Money worth(Next verdict) {
        return verdict.met() == Met.MET ? verdict.monthly().orElse(Money.yuan(0)) : NOTHING;
    }

    private static Next of(Explanation explanation) {
        var verdict = EditionChange.verdict(explanation);
        return new Next(verdict.overall(), verdict.monthly());
    }

    private static FakeAmendment amendment(County county, Next next) {
        return new FakeAmendment(
                county.policy,
                evidence -> new Judgement(
                        "ALL",
                        "全部",
                        List.of(new CriterionResult("home.none", "第一条", "住房", "", next.met(), List.of(), false))),
                (evidence, judgement) -> new Calculation(next.monthly(), List.of(), List.of(), false),
                Transition.FAVOURABLE,
                Transition.PIN,
                LocalDate.of(2026, 1, 1));
    }
}
