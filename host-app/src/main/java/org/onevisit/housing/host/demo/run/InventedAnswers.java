package org.onevisit.housing.host.demo.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/** What an officer enters by hand: nothing that would stand against the household, or a lot. */
final class InventedAnswers {
    private InventedAnswers() {}

    /** A finding for everybody of a household. */
    static Finding finding(CheckRule check, List<Member> members, LocalDate asOf, boolean harmful) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Member member : members) {
            answers.put(member.id(), facts(check, FactKey.Subject.PERSON, asOf, harmful));
        }
        if (check.supplies().stream().anyMatch(key -> key.subject() == FactKey.Subject.HOUSEHOLD)) {
            answers.put(Finding.HOUSEHOLD, facts(check, FactKey.Subject.HOUSEHOLD, asOf, harmful));
        }
        return Finding.of(answers);
    }

    private static Answer facts(CheckRule check, FactKey.Subject subject, LocalDate asOf, boolean harmful) {
        Answer.Facts facts = Answer.facts(asOf);
        for (FactKey key : check.supplies()) {
            if (key.subject() == subject) {
                facts = facts.put(key, value(key, harmful));
            }
        }
        return facts;
    }

    private static Object value(FactKey key, boolean harmful) {
        return switch (key.type()) {
            case MONEY -> Money.yuan(harmful ? 900_000 : 12_000);
            case AREA -> FloorArea.of(harmful ? "180.00" : "0");
            case COUNT -> harmful ? 3 : 0;
            case MONTHS -> harmful ? 1 : 60;
            case FLAG -> harmful != key.equals(FactKey.PERSON_ALIVE);
            case DATE -> harmful ? LocalDate.of(2024, 12, 2) : LocalDate.of(2010, 6, 1);
            case CODE -> "NONE";
        };
    }
}
