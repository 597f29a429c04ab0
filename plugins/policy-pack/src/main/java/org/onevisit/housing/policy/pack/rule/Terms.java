package org.onevisit.housing.policy.pack.rule;

import java.util.Map;

/**
 * The expressions of a formula by name.
 *
 * @param nodes compiled
 */
record Terms(Map<String, Compiled> nodes) {
    Terms {
        nodes = Map.copyOf(nodes);
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    Value value(String name, Scope scope) {
        Compiled compiled = nodes.get(name);
        return compiled == null ? Value.Special.UNKNOWN : compiled.node().value(scope);
    }

    boolean placeholder() {
        return nodes.values().stream().anyMatch(Compiled::placeholder);
    }
}
