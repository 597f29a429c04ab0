package org.onevisit.housing.core.call;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;

/** Holds a finding against the profile of its check: undeclared facts, wrong subjects, future days and what is far too long are refused, blame MODULE. */
public final class Findings {
    /** What a check says of one household; an agency that says more has sent something else. */
    private static final int MOST_CHARACTERS = 100_000;

    private Findings() {}

    /** Refuses what breaks the profile: BAD_FINDING. */
    public static void require(Finding finding, CheckProfile profile, LocalDate today) {
        if (length(finding) > MOST_CHARACTERS) {
            throw bad(profile, "过大（超过 " + MOST_CHARACTERS + " 字）");
        }
        for (Map.Entry<String, Answer> entry : finding.answers().entrySet()) {
            if (entry.getValue() instanceof Answer.Facts facts) {
                requireDay(facts.asOf(), profile, today);
                facts.facts().keySet().forEach(key -> requireDeclared(key, entry.getKey(), profile));
            } else if (entry.getValue() instanceof Answer.NothingOnRecord nothing) {
                requireDay(nothing.asOf(), profile, today);
            }
        }
    }

    private static long length(Finding finding) {
        return finding.answers().entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + length(entry.getValue()))
                .sum();
    }

    private static long length(Answer answer) {
        if (answer instanceof Answer.Facts facts) {
            return facts.facts().values().stream()
                    .mapToLong(fact -> fact.value() instanceof String text ? text.length() : 1)
                    .sum();
        }
        return answer instanceof Answer.CannotAnswer cannot ? cannot.reason().length() : 1;
    }

    private static void requireDay(LocalDate asOf, CheckProfile profile, LocalDate today) {
        if (asOf.isAfter(today)) {
            throw bad(profile, "答复日期在未来");
        }
    }

    private static void requireDeclared(FactKey key, String person, CheckProfile profile) {
        if (!profile.supplies().contains(key)) {
            throw bad(profile, "包含未声明的事实 " + key);
        }
        boolean household = person.equals(Household.SUBJECT);
        boolean aboutHousehold = key.subject() == FactKey.Subject.HOUSEHOLD;
        Optional<String> wrong = household && !aboutHousehold ? Optional.of("按家庭答复了成员事实 " + key) : Optional.empty();
        wrong.ifPresent(why -> {
            throw bad(profile, why);
        });
    }

    private static HousingException bad(CheckProfile profile, String why) {
        return new HousingException(ErrorCode.BAD_FINDING, "核查 " + profile.check() + " 的答复" + why + "，未记录；请插件厂商修正");
    }
}
