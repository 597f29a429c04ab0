package org.onevisit.housing.core.engine;

import java.util.Arrays;
import java.util.List;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;

/** Offers some editions, and brings back any that it knows. */
record FakeEditions(List<Edition> editions, List<Edition> known) implements PolicySource {
    @Override
    public Edition restore(byte[] content) {
        return known.stream()
                .filter(edition -> Arrays.equals(edition.content(), content))
                .findFirst()
                .orElseThrow();
    }
}
