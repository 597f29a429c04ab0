package org.onevisit.housing.policy.pack.rule;

import java.util.Set;
import org.onevisit.housing.model.FactKey;

/**
 * An expression ready to be asked.
 *
 * @param node what it computes
 * @param facts facts that it looks at
 * @param placeholder does it use a figure without an official source?
 */
record Compiled(Node node, Set<FactKey> facts, boolean placeholder) {
    Compiled {
        facts = Set.copyOf(facts);
    }
}
