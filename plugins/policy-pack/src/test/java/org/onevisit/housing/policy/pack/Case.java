package org.onevisit.housing.policy.pack;

import static org.onevisit.housing.model.FactKey.ASSISTANCE_CERTIFICATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.policy.Edition;

/** A household and what agencies know of it, for tests. Everybody was registered long ago, owns and earns nothing. */
final class Case {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String CHECK = "check";

    private final Map<String, Map<FactKey, FactState>> states = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private Division residence = Division.of("330482001");
    private Assistance assistance = Assistance.RENT_SUBSIDY;
    private LocalDate day = DAY;

    private Case(int size) {
        for (int i = 1; i <= size; i++) {
            members.add(member(i));
        }
        FactKey.catalogue().forEach(key -> {
            if (key.subject() == FactKey.Subject.HOUSEHOLD) {
                put(Household.SUBJECT, key, harmless(key));
            } else {
                members.forEach(member -> put(member.id(), key, harmless(key)));
            }
        });
    }

    static Case of(int size) {
        return new Case(size);
    }

    /** Says the same of each member. */
    Case each(FactKey key, Object value) {
        members.forEach(member -> put(member.id(), key, value));
        return this;
    }

    Case member(String id, FactKey key, Object value) {
        put(id, key, value);
        return this;
    }

    Case household(FactKey key, Object value) {
        put(Household.SUBJECT, key, value);
        return this;
    }

    Case certificate(String code) {
        return household(ASSISTANCE_CERTIFICATE, code);
    }

    Case state(String person, FactKey key, FactState state) {
        states.computeIfAbsent(person, p -> new HashMap<>()).put(key, state);
        return this;
    }

    Case unknown(String person, FactKey key, String reason) {
        return state(person, key, new FactState.Unknown(CHECK, reason));
    }

    Case nothing(String person, FactKey key) {
        return state(person, key, new FactState.NothingOnRecord(CHECK, DAY));
    }

    Case livingIn(String division) {
        residence = Division.of(division);
        return this;
    }

    Case wanting(Assistance what) {
        assistance = what;
        return this;
    }

    Case on(LocalDate other) {
        day = other;
        return this;
    }

    Evidence evidence() {
        return new Evidence(application(), day, states);
    }

    Application application() {
        return Application.builder()
                .assistance(assistance)
                .division(Division.of("330482"))
                .intake(new Intake("intake-window", "citywide", Instant.parse("2026-03-02T02:00:00Z")))
                .applicant("m1")
                .contact(new Contact("13800000000", Set.of()))
                .household(new Household(residence, "测试路1号", members))
                .build();
    }

    Judgement judge(Edition edition) {
        return edition.eligibility().judge(evidence());
    }

    CriterionResult criterion(Edition edition, String code) {
        return judge(edition).criteria().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Calculation calculate(Edition edition) {
        return edition.assistance().calculate(evidence(), judge(edition));
    }

    private void put(String person, FactKey key, Object value) {
        state(person, key, new FactState.Known(Fact.of(key, value), CHECK, DAY));
    }

    private static Object harmless(FactKey key) {
        return key.type() == FactType.CODE || key.type() == FactType.DATE
                ? (key.type() == FactType.CODE ? "NONE" : LocalDate.of(2000, 1, 1))
                : switch (key.type()) {
                    case MONEY -> Money.ZERO;
                    case AREA -> FloorArea.of("0");
                    case FLAG -> Boolean.FALSE;
                    default -> 0;
                };
    }

    /** Synthetic numbers of an unassigned area; the third and later members are children. */
    private static Member member(int i) {
        String born = i <= 2 ? "19900307" : "20160229";
        String seventeen = "330499" + born + "00" + i;
        ResidentId identity = ResidentId.parse(seventeen + ResidentId.checkDigit(seventeen));
        return new Member(
                "m" + i,
                "测试" + "甲乙丙丁戊己".charAt(i - 1),
                i == 1 ? Member.Relation.SELF : i == 2 ? Member.Relation.SPOUSE : Member.Relation.CHILD,
                identity,
                Division.of("330482001"),
                Optional.empty(),
                Member.MaritalStatus.UNSTATED,
                i <= 2 ? Optional.empty() : Optional.of("m1"));
    }
}
