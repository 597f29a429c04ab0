package org.onevisit.housing.policy.pack;

import java.util.List;
import org.onevisit.housing.policy.pack.source.PackError;
import org.onevisit.housing.policy.pack.source.PackFile;

/** A small pack over the shipped base, to be changed line by line. */
final class Yaml {
    static final String COUNTY = """
            pack: testing
            edition: "1"
            extends: base
            division: "330482"
            county: 测试县
            effectiveFrom: 2025-01-01
            transition: PIN
            receivedBetween: PIN
            checks:
              police: ~
              civil-affairs: ~
              finance: ~
              social-security: { supplies: [income.wageYear] }
              statistics: ~
              market: ~
              real-estate: { supplies: [home.count] }
              housing: ~
              expropriation: ~
            figures:
              incomeLine: { text: 收入线, value: 60000, unit: 元/人·年, source: S01 }
              amount: { text: 每月补贴, value: 500, unit: 元, source: S01 }
            criteria:
              income: { clause: 第一条, text: 人均年收入不超过收入线, test: perHead(income.wageYear) <= incomeLine }
              noHome: { clause: 第二条, text: 均无住房, test: all(home.count == 0) }
            categories:
              ALL: { text: 住房困难家庭, clause: 第一条, criteria: [income, noHome] }
            assistance:
              subsidy:
                ALL: { kind: FIXED, clause: 第三条, amount: amount }
            """;

    private Yaml() {}

    static PackPolicySource source(String yaml) {
        return new PackPolicySource(List.of(Packs.file("base"), new PackFile("testing.yaml", yaml)));
    }

    static PackEdition edition(String yaml) {
        return (PackEdition) source(yaml).orThrow().editions().get(0);
    }

    /** The small pack with one text replaced. */
    static String with(String old, String replacement) {
        if (!COUNTY.contains(old)) {
            throw new IllegalArgumentException("the small pack has no such text: " + old);
        }
        return COUNTY.replace(old, replacement);
    }

    /** Everything that is wrong with a pack. */
    static List<PackError> errors(String yaml) {
        return source(yaml).states().get(1).errors();
    }
}
