package org.onevisit.housing.core.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.onevisit.housing.core.journal.Vault;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.KeyRow;

/** Idempotency keys: one name space for each actor; what was asked is kept as a keyed digest only. */
final class Keys {
    private static final int LONGEST = 200;
    private final Vault vault;

    Keys(Vault vault) {
        this.vault = vault;
    }

    /** The row that a request uses up; empty when it has no key. */
    Optional<KeyRow> row(Actor actor, String key, ApplicationNumber number, Supplier<String> body) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (key.length() > LONGEST) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "Idempotency-Key 最多 " + LONGEST + " 个字符");
        }
        return Optional.of(new KeyRow(name(actor, key), vault.token("body", body.get()), number, 0));
    }

    private String name(Actor actor, String key) {
        return vault.token("key", actor.id() + "\n" + key);
    }
}
