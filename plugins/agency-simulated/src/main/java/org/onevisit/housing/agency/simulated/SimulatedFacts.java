package org.onevisit.housing.agency.simulated;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.onevisit.housing.agency.simulated.Persona.Age;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;

/**
 * Invents the facts of the catalogue, so that most households would be eligible.
 *
 * <table>
 * <caption>Ranges; the same persona always gets the same value, whichever check asks</caption>
 * <tr><td>homes</td><td>adults: 85 % none, 12 % one of 20 to 45 m², 3 % two of 90 to 140 m²; children none</td></tr>
 * <tr><td>signed contracts, other housing security, subsidy paid</td><td>1 % each</td></tr>
 * <tr><td>home given away</td><td>1998 to 2009; 1 %: 2024</td></tr>
 * <tr><td>wages a year, also as taxed</td><td>adults 10,000 to 45,000 yuan; 8 %: 120,000; 10 %: none</td></tr>
 * <tr><td>pension a year</td><td>from 60 on 12,000 to 36,000 yuan</td></tr>
 * <tr><td>business income a year</td><td>5 % of adults: 5,000 to 30,000 yuan; shares: 2 %, 50,000 to 200,000 yuan</td></tr>
 * <tr><td>bank balance</td><td>500 to 60,000 yuan; 3 %: 400,000; children none</td></tr>
 * <tr><td>provident fund, securities</td><td>0 to 40,000; 8 % of adults: 2,000 to 50,000 yuan</td></tr>
 * <tr><td>vehicles</td><td>15 % of adults: one of 30,000 to 120,000 yuan</td></tr>
 * <tr><td>register</td><td>since 2005 to 2016; 6 %: since 2023</td></tr>
 * <tr><td>certificate of the household</td><td>7 % DIBAO, 18 % LOW_INCOME, else NONE</td></tr>
 * <tr><td>rent a month</td><td>600 to 2,400 yuan</td></tr>
 * <tr><td>disposable income statistic</td><td>61,172.00 yuan (the figure behind hangzhou-2019)</td></tr>
 * <tr><td>expropriation</td><td>2 %: 100,000 to 400,000 yuan; settlement homes 1 %</td></tr>
 * <tr><td>alive</td><td>true, but for the configured share</td></tr>
 * </table>
 */
final class SimulatedFacts {
    private static final Map<FactKey, Function<Persona, Object>> INVENTED = Map.ofEntries(
            entry(FactKey.REGISTER_SINCE, SimulatedFacts::registerSince),
            entry(FactKey.RESIDENCE_PERMIT_SINCE, p -> day(p, "permit", 2015, 2020)),
            entry(FactKey.VEHICLE_COUNT, p -> hasVehicle(p) ? 1 : 0),
            entry(FactKey.VEHICLE_VALUE, p -> hasVehicle(p) ? yuan(p, "vehicle", 30_000, 120_000) : Money.ZERO),
            entry(FactKey.MARITAL_STATUS, SimulatedFacts::maritalStatus),
            entry(FactKey.ASSISTANCE_CERTIFICATE, SimulatedFacts::certificate),
            entry(FactKey.ASSISTANCE_SINCE, p -> day(p, "assistance", 2019, 2023)),
            entry(FactKey.PUBLIC_SALARY_YEAR, p -> some(p, "public", 20, 20_000, 45_000)),
            entry(FactKey.HOUSING_SUBSIDY_PAID, p -> p.happens("subsidy", 10)),
            entry(FactKey.WAGE_YEAR, SimulatedFacts::wage),
            entry(FactKey.PENSION_YEAR, p -> p.age() == Age.RETIRED ? yuan(p, "pension", 12_000, 36_000) : Money.ZERO),
            entry(FactKey.INSURED_MONTHS, p -> p.age() == Age.CHILD ? 0 : p.between("insured", 13, 200)),
            entry(FactKey.CONTRACT_UNTIL, p -> day(p, "contract", 2027, 2030)),
            entry(FactKey.GRADUATED_ON, p -> LocalDate.of(p.between("graduated", 2005, 2024), 6, 30)),
            entry(FactKey.QUALIFICATION, p -> p.happens("qualified", 200) ? "BACHELOR" : "NONE"),
            entry(FactKey.DISPOSABLE_INCOME_STATISTIC, p -> Money.yuan(61_172)),
            entry(FactKey.BUSINESS_INCOME_YEAR, p -> some(p, "business", 50, 5_000, 30_000)),
            entry(FactKey.COMPANY_SHARES, p -> some(p, "shares", 20, 50_000, 200_000)),
            entry(FactKey.TAXED_INCOME_YEAR, SimulatedFacts::wage),
            entry(FactKey.PROVIDENT_FUND_BALANCE, p -> some(p, "fund", 600, 0, 40_000)),
            entry(FactKey.BANK_BALANCE, SimulatedFacts::bankBalance),
            entry(FactKey.SECURITIES_VALUE, p -> some(p, "securities", 80, 2_000, 50_000)),
            entry(FactKey.HOME_COUNT, SimulatedFacts::homes),
            entry(FactKey.HOME_FLOOR_AREA, SimulatedFacts::floorArea),
            entry(
                    FactKey.HOME_TRANSFERRED_ON,
                    p -> p.happens("givenAway", 10) ? LocalDate.of(2024, 6, 3) : day(p, "transfer", 1998, 2009)),
            entry(FactKey.HOME_SIGNED_CONTRACTS, p -> p.age() != Age.CHILD && p.happens("signed", 10) ? 1 : 0),
            entry(FactKey.OTHER_HOUSING_SECURITY, p -> p.happens("otherSecurity", 10)),
            entry(FactKey.RENT_MONTHLY, p -> yuan(p, "rent", 600, 2_400)),
            entry(FactKey.EXPROPRIATION_COMPENSATION, p -> some(p, "expropriated", 20, 100_000, 400_000)),
            entry(FactKey.SETTLEMENT_HOMES, p -> p.age() != Age.CHILD && p.happens("settled", 10) ? 1 : 0));

    private final int deadPerMille;
    private final String registerDivision;
    private final Script script;

    /** Invents facts; what the script says goes first. */
    SimulatedFacts(int deadPerMille, String registerDivision, Script script) {
        this.deadPerMille = deadPerMille;
        this.registerDivision = registerDivision;
        this.script = script;
    }

    /** The fact about this persona, or about the household that it stands for. */
    Fact of(FactKey key, Persona persona) {
        Optional<Fact> scripted = script.fact(key, persona);
        return scripted.orElseGet(() -> Fact.of(key, invent(key, persona)));
    }

    private Object invent(FactKey key, Persona persona) {
        if (key.equals(FactKey.PERSON_ALIVE)) {
            return !persona.happens("dead", deadPerMille);
        }
        if (key.equals(FactKey.REGISTER_DIVISION)) {
            return registerDivision;
        }
        return INVENTED.getOrDefault(key, p -> plain(key.type())).apply(persona);
    }

    /** A county's own fact: nothing special. */
    private static Object plain(FactType type) {
        return switch (type) {
            case MONEY -> Money.ZERO;
            case AREA -> FloorArea.of("0");
            case COUNT, MONTHS -> 0;
            case FLAG -> false;
            case DATE -> LocalDate.of(2015, 6, 1);
            case CODE -> "NONE";
        };
    }

    private static LocalDate registerSince(Persona person) {
        return person.happens("newcomer", 60)
                ? day(person, "register", 2023, 2023)
                : day(person, "register", 2005, 2016);
    }

    private static String maritalStatus(Persona person) {
        if (person.age() == Age.CHILD) {
            return "10";
        }
        return person.happens("married", 700) ? "20" : person.happens("divorced", 400) ? "40" : "10";
    }

    private static String certificate(Persona household) {
        int share = household.between("certificate", 0, 99);
        return share < 7 ? "DIBAO" : share < 25 ? "LOW_INCOME" : "NONE";
    }

    private static Money wage(Persona person) {
        if (person.age() != Age.ADULT || person.happens("jobless", 100)) {
            return Money.ZERO;
        }
        return person.happens("wellPaid", 80) ? Money.yuan(120_000) : yuan(person, "wage", 10_000, 45_000);
    }

    private static Money bankBalance(Persona person) {
        if (person.age() == Age.CHILD) {
            return Money.ZERO;
        }
        return person.happens("wealthy", 30) ? Money.yuan(400_000) : yuan(person, "bank", 500, 60_000);
    }

    private static int homes(Persona person) {
        int share = person.age() == Age.CHILD ? 0 : person.between("homes", 0, 99);
        return share < 85 ? 0 : share < 97 ? 1 : 2;
    }

    private static FloorArea floorArea(Persona person) {
        return switch (homes(person)) {
            case 0 -> FloorArea.of("0");
            case 1 -> squareMetres(person.between("area", 2_000, 4_500));
            default -> squareMetres(person.between("area", 9_000, 14_000));
        };
    }

    private static FloorArea squareMetres(int hundredths) {
        return new FloorArea(BigDecimal.valueOf(hundredths, 2));
    }

    private static boolean hasVehicle(Persona person) {
        return person.age() != Age.CHILD && person.happens("driver", 150);
    }

    private static Money some(Persona person, String topic, int perMille, int least, int most) {
        boolean has = person.age() == Age.ADULT && person.happens(topic, perMille);
        return has ? yuan(person, topic + "Amount", least, most) : Money.ZERO;
    }

    private static Money yuan(Persona person, String topic, int least, int most) {
        return new Money(person.between(topic, least * 100, most * 100));
    }

    private static LocalDate day(Persona person, String topic, int firstYear, int lastYear) {
        return LocalDate.of(person.between(topic, firstYear, lastYear), 1, 1)
                .plusDays(person.between(topic + "Day", 0, 364));
    }
}
