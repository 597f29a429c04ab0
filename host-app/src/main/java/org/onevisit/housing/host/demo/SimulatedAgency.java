package org.onevisit.housing.host.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.host.demo.run.Tempo;
import org.onevisit.housing.model.FactKey;

/**
 * The agencies of the demo's county, all simulated. Their check has the agency's code, as in every pack that is shipped. How they
 * behave when they are not prompt is invented: shares in percent, delays in working days.
 *
 * @param code of the agency and its check
 * @param manner how it behaves when it is not prompt
 * @param supplies what it answers
 */
record SimulatedAgency(String code, Manner manner, List<FactKey> supplies) {
    /** Every agency that a shipped pack may want. */
    static final List<SimulatedAgency> ALL = List.of(
            of(
                    "police",
                    new Manner(12, 1, 4, 1, 6),
                    FactKey.PERSON_ALIVE,
                    FactKey.REGISTER_SINCE,
                    FactKey.REGISTER_DIVISION,
                    FactKey.RESIDENCE_PERMIT_SINCE,
                    FactKey.VEHICLE_COUNT,
                    FactKey.VEHICLE_VALUE),
            of(
                    "civil-affairs",
                    new Manner(10, 1, 4, 0, 3),
                    FactKey.MARITAL_STATUS,
                    FactKey.ASSISTANCE_CERTIFICATE,
                    FactKey.ASSISTANCE_SINCE),
            of("finance", new Manner(15, 3, 16, 2, 4), FactKey.PUBLIC_SALARY_YEAR, FactKey.HOUSING_SUBSIDY_PAID),
            of(
                    "social-security",
                    new Manner(15, 1, 6, 1, 5),
                    FactKey.WAGE_YEAR,
                    FactKey.PENSION_YEAR,
                    FactKey.INSURED_MONTHS,
                    FactKey.CONTRACT_UNTIL,
                    FactKey.GRADUATED_ON,
                    FactKey.QUALIFICATION),
            of("statistics", new Manner(5, 1, 3, 1, 2), FactKey.DISPOSABLE_INCOME_STATISTIC),
            of("market", new Manner(12, 2, 18, 2, 6), FactKey.BUSINESS_INCOME_YEAR, FactKey.COMPANY_SHARES),
            of("tax", new Manner(10, 1, 5, 1, 5), FactKey.TAXED_INCOME_YEAR),
            of("provident-fund", new Manner(8, 1, 4, 1, 5), FactKey.PROVIDENT_FUND_BALANCE),
            of("bank", new Manner(20, 2, 12, 2, 8), FactKey.BANK_BALANCE, FactKey.SECURITIES_VALUE),
            of(
                    "real-estate",
                    new Manner(15, 1, 6, 1, 8),
                    FactKey.HOME_COUNT,
                    FactKey.HOME_FLOOR_AREA,
                    FactKey.HOME_TRANSFERRED_ON),
            of(
                    "housing",
                    new Manner(8, 1, 4, 0, 4),
                    FactKey.HOME_SIGNED_CONTRACTS,
                    FactKey.OTHER_HOUSING_SECURITY,
                    FactKey.RENT_MONTHLY),
            of(
                    "expropriation",
                    new Manner(12, 2, 12, 2, 4),
                    FactKey.EXPROPRIATION_COMPENSATION,
                    FactKey.SETTLEMENT_HOMES));

    private static final String PID = "org.onevisit.housing.agency.simulated";
    private static final int CANNOT_ANSWER = 1;
    private static final int CALLS_THAT_FAIL = 3;

    private static SimulatedAgency of(String code, Manner manner, FactKey... supplies) {
        return new SimulatedAgency(code, manner, List.of(supplies));
    }

    /** How an agency behaves: shares of late, silent and unreachable inquiries, and how late the late ones are. */
    record Manner(int late, int soonest, int latest, int silent, int unreachable) {}

    /** Name of its configuration. */
    String pid() {
        return PID + "~" + code;
    }

    /** Its configuration. */
    Map<String, Object> configuration(long seed, Tempo tempo) {
        Map<String, Object> values = new HashMap<>();
        values.put("check", code);
        values.put("agency", code);
        values.put("supplies", supplies.stream().map(FactKey::name).toArray(String[]::new));
        values.put("seed", seed);
        if (tempo == Tempo.MIXED) {
            values.put("latePercent", manner.late());
            values.put("lateWorkingDaysMin", manner.soonest());
            values.put("lateWorkingDaysMax", manner.latest());
            values.put("silentPercent", manner.silent());
            values.put("unreachablePercent", manner.unreachable());
            values.put("unreachableCalls", CALLS_THAT_FAIL);
            values.put("cannotAnswerPercent", CANNOT_ANSWER);
        }
        return values;
    }
}
