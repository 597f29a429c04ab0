package org.onevisit.housing.benchmark.ours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;

/** An agency that answers at once, so that the household is eligible. */
final class PromptAgency implements AgencyCheck {
    private static final int CALLS = 64;
    private static final Map<String, Map<FactKey, Object>> FACTS = new LinkedHashMap<>();

    static {
        FACTS.put("police", Map.of(FactKey.REGISTER_SINCE, LocalDate.of(2005, 6, 1)));
        FACTS.put("civil-affairs", Map.of(FactKey.ASSISTANCE_CERTIFICATE, "NONE"));
        FACTS.put(
                "finance", Map.of(FactKey.PUBLIC_SALARY_YEAR, Money.ZERO, FactKey.HOUSING_SUBSIDY_PAID, Boolean.FALSE));
        FACTS.put("social-security", Map.of(FactKey.WAGE_YEAR, Money.yuan(36_000), FactKey.PENSION_YEAR, Money.ZERO));
        FACTS.put("statistics", Map.of(FactKey.DISPOSABLE_INCOME_STATISTIC, Money.yuan(61_172)));
        FACTS.put("market", Map.of(FactKey.BUSINESS_INCOME_YEAR, Money.ZERO));
        FACTS.put("real-estate", Map.of(FactKey.HOME_FLOOR_AREA, FloorArea.of("0")));
        FACTS.put("housing", Map.of(FactKey.HOME_SIGNED_CONTRACTS, 0, FactKey.OTHER_HOUSING_SECURITY, Boolean.FALSE));
        FACTS.put("expropriation", Map.of(FactKey.SETTLEMENT_HOMES, 0));
    }

    private final CheckProfile profile;
    private final Map<FactKey, Object> facts;

    private PromptAgency(String check, Map<FactKey, Object> facts) {
        this.facts = facts;
        profile = CheckProfile.of(check)
                .supplies(facts.keySet().toArray(FactKey[]::new))
                .needs(MemberField.NAME, MemberField.RESIDENT_ID)
                .callsAtOnce(CALLS);
    }

    /** Every agency that the pack asks. */
    static List<AgencyCheck> all() {
        List<AgencyCheck> all = new ArrayList<>();
        FACTS.forEach((check, facts) -> all.add(new PromptAgency(check, facts)));
        return all;
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (InquiryPerson person : inquiry.persons()) {
            answers.put(person.id(), Answer.nothingOnRecord(inquiry.askedOn()));
        }
        facts.forEach((key, value) -> {
            if (key.subject() == FactKey.Subject.HOUSEHOLD) {
                answers.merge(Finding.HOUSEHOLD, Answer.facts(inquiry.askedOn()).put(key, value), PromptAgency::both);
            } else {
                inquiry.persons()
                        .forEach(person -> answers.merge(
                                person.id(), Answer.facts(inquiry.askedOn()).put(key, value), PromptAgency::both));
            }
        });
        return Reply.now(Finding.of(answers));
    }

    /** What was known and what comes to it. */
    private static Answer both(Answer known, Answer more) {
        if (known instanceof Answer.Facts first && more instanceof Answer.Facts second) {
            Answer.Facts all = first;
            for (var entry : second.facts().entrySet()) {
                all = all.put(entry.getKey(), entry.getValue().value());
            }
            return all;
        }
        return more;
    }
}
