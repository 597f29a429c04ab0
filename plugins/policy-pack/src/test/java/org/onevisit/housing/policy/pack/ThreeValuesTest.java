package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;

/** What is unknown decides nothing, and what is decided stays decided, whatever comes to be known. */
class ThreeValuesTest {
    private static final Map<String, Edition> EDITIONS =
            Packs.COUNTIES.stream().collect(Collectors.toMap(pack -> pack, Packs::edition));
    private static final String[] CERTIFICATES = {"NONE", "DIBAO", "LOW_INCOME"};

    @Property(tries = 400)
    @Label("making an unknown known never flips a decided verdict, criterion or amount")
    void knowingMoreNeverFlips(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
        EDITIONS.values().forEach(edition -> {
            Case less = household(seed, people, 30);
            Case more = household(seed, people, 0);

            Judgement before = less.judge(edition);
            Judgement after = more.judge(edition);

            if (before.overall() != Met.UNKNOWN) {
                assertThat(after.overall()).isEqualTo(before.overall());
            }
            if (before.category().equals(after.category())) {
                Map<String, Met> settled = after.criteria().stream()
                        .collect(Collectors.toMap(CriterionResult::code, CriterionResult::met));
                before.criteria().stream()
                        .filter(criterion -> criterion.met() != Met.UNKNOWN)
                        .forEach(c ->
                                assertThat(settled.get(c.code())).as(c.code()).isEqualTo(c.met()));
            }
            less.calculate(edition).monthly().ifPresent(amount -> assertThat(
                            more.calculate(edition).monthly())
                    .contains(amount));
        });
    }

    @Property(tries = 400)
    @Label("a criterion that is unknown names a fact that is missing, and why")
    void unknownsNameTheirGap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
        for (Edition edition : EDITIONS.values()) {
            household(seed, people, 30).judge(edition).criteria().stream()
                    .filter(criterion -> criterion.met() == Met.UNKNOWN)
                    .forEach(criterion -> assertThat(criterion.facts())
                            .anyMatch(fact ->
                                    fact.gap().filter(why -> !why.isBlank()).isPresent()));
        }
    }

    @Property(tries = 200)
    @Label("with everything known, every verdict is decided; an amount has no fractions of a fen and is not negative")
    void everythingKnownDecides(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int people) {
        EDITIONS.values().forEach(edition -> {
            Case household = household(seed, people, 0);
            assertThat(household.judge(edition).overall()).isNotEqualTo(Met.UNKNOWN);
            if (household.judge(edition).overall() == Met.MET) {
                assertThat(household.calculate(edition).monthly())
                        .hasValueSatisfying(amount -> assertThat(amount).isGreaterThanOrEqualTo(Money.ZERO));
            }
        });
    }

    @Property(tries = 10)
    @Label("nobody is refused, and nobody granted, when nothing is known")
    void nothingKnownDecidesNothing(@ForAll @IntRange(min = 1, max = 6) int people) {
        EDITIONS.values().forEach(edition -> assertThat(
                        household(1, people, 100).judge(edition).overall())
                .isEqualTo(Met.UNKNOWN));
    }

    /** The same seed has the same values; so many of a hundred are unknown. */
    private static Case household(long seed, int people, int unknown) {
        Random values = new Random(seed);
        Random gaps = new Random(seed + 1);
        Case household = Case.of(people);
        for (FactKey key : FactKey.catalogue()) {
            boolean whole = key.subject() == FactKey.Subject.HOUSEHOLD;
            for (int i = 1; i <= (whole ? 1 : people); i++) {
                String person = whole ? Household.SUBJECT : "m" + i;
                household.member(person, key, value(key, values));
                int roll = gaps.nextInt(100);
                if (roll < unknown) {
                    household.unknown(person, key, "逾期未答复");
                }
            }
        }
        return household;
    }

    private static Object value(FactKey key, Random random) {
        int pick = random.nextInt(10);
        return switch (key.type()) {
            case MONEY -> new Money(pick < 7 ? random.nextInt(60_000_00) : random.nextInt(300_000_00));
            case AREA -> new FloorArea(java.math.BigDecimal.valueOf(pick < 7 ? 0 : random.nextInt(90_00), 2));
            case COUNT -> pick < 9 ? 0 : 1;
            case MONTHS -> random.nextInt(200);
            case FLAG -> pick == 0;
            case DATE -> LocalDate.of(2015 + random.nextInt(11), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case CODE -> CERTIFICATES[random.nextInt(CERTIFICATES.length)];
        };
    }
}
