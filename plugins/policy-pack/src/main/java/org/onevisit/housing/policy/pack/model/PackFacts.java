package org.onevisit.housing.policy.pack.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;

/** The facts that a pack may name: the catalogue and the county's own; and which of them an empty search settles. */
public final class PackFacts {
    private final Map<String, FactKey> own = new HashMap<>();
    private final Set<FactKey> provingAbsence = new HashSet<>();

    /** Reads the part {@code facts}. */
    public PackFacts(Division division, Part facts) {
        facts.each().forEach((name, part) -> {
            if (part.at("type").present()) {
                own(division, name, part).ifPresent(key -> own.put(name, key));
            }
            if (part.flag("provesAbsence")) {
                named(name).ifPresent(provingAbsence::add);
            }
        });
    }

    private static Optional<FactKey> own(Division division, String name, Part part) {
        String prefix = "x-" + division.code() + ".";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        return Optional.of(FactKey.ownKey(
                division,
                name.substring(prefix.length()),
                part.text("text", name),
                FactType.valueOf(part.text("type", "FLAG")),
                FactKey.Subject.valueOf(part.text("subject", "PERSON"))));
    }

    /** The fact with this name. */
    public Optional<FactKey> named(String name) {
        FactKey key = own.get(name);
        return key != null ? Optional.of(key) : FactKey.named(name);
    }

    /** Does "nothing on record" mean that there is none? */
    public boolean provesAbsence(FactKey key) {
        return provingAbsence.contains(key);
    }
}
