package org.onevisit.housing.benchmark.ours;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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

/** An agency that answers at once, or always after the same time, so that the household is eligible. */
final class PromptAgency implements AgencyCheck {
    private static final int CALLS = 64;
    private static final Map<FactKey, Object> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put(FactKey.REGISTER_SINCE, LocalDate.of(2005, 6, 1));
        KNOWN.put(FactKey.ASSISTANCE_CERTIFICATE, "NONE");
        KNOWN.put(FactKey.PUBLIC_SALARY_YEAR, Money.ZERO);
        KNOWN.put(FactKey.WAGE_YEAR, Money.yuan(36_000));
        KNOWN.put(FactKey.DISPOSABLE_INCOME_STATISTIC, Money.yuan(61_172));
        KNOWN.put(FactKey.BUSINESS_INCOME_YEAR, Money.ZERO);
        KNOWN.put(FactKey.HOME_FLOOR_AREA, FloorArea.of("0"));
        KNOWN.put(FactKey.HOME_SIGNED_CONTRACTS, 0);
        KNOWN.put(FactKey.SETTLEMENT_HOMES, 0);
        KNOWN.put(FactKey.HOUSING_SUBSIDY_PAID, Boolean.FALSE);
        KNOWN.put(FactKey.PENSION_YEAR, Money.ZERO);
        KNOWN.put(FactKey.OTHER_HOUSING_SECURITY, Boolean.FALSE);
    }

    private final CheckProfile profile;
    private final List<FactKey> facts;
    private final Duration takes;

    /** Knows these facts, and takes its time. */
    PromptAgency(String check, List<FactKey> facts, Duration takes) {
        this.facts = List.copyOf(facts);
        this.takes = takes;
        profile = CheckProfile.of(check)
                .supplies(facts.toArray(FactKey[]::new))
                .needs(MemberField.NAME, MemberField.RESIDENT_ID)
                .callsAtOnce(CALLS);
    }

    /** Every fact that the pack asks for. */
    static List<FactKey> facts() {
        return List.copyOf(KNOWN.keySet());
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        long until = System.nanoTime() + takes.toNanos();
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (InquiryPerson person : inquiry.persons()) {
            answers.put(person.id(), answer(inquiry, FactKey.Subject.PERSON));
        }
        if (facts.stream().anyMatch(key -> key.subject() == FactKey.Subject.HOUSEHOLD)) {
            answers.put(Finding.HOUSEHOLD, answer(inquiry, FactKey.Subject.HOUSEHOLD));
        }
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return Reply.now(Finding.of(answers));
    }

    private Answer answer(Inquiry inquiry, FactKey.Subject subject) {
        Map<FactKey, Object> known = new LinkedHashMap<>(KNOWN);
        known.keySet().retainAll(facts);
        known.keySet().removeIf(key -> key.subject() != subject);
        if (known.isEmpty()) {
            return Answer.nothingOnRecord(inquiry.askedOn());
        }
        Answer.Facts found = Answer.facts(inquiry.askedOn());
        for (var fact : known.entrySet()) {
            found = found.put(fact.getKey(), fact.getValue());
        }
        return found;
    }
}
