package org.onevisit.housing.policy.pack.rule;

import com.google.common.collect.Sets;
import java.util.Set;

/** The closed sets, for the test that holds the guide against them. */
public final class RuleNames {
    private RuleNames() {}

    public static Set<String> functions() {
        return Sets.union(Functions.OVER_MEMBERS, Functions.PLAIN);
    }

    public static Set<String> names() {
        return Sets.union(Names.household().keySet(), Names.member().keySet());
    }
}
