package org.onevisit.housing.core.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Unit.Attachment;

/**
 * One command that waits for its commit.
 *
 * @param number of the application
 * @param decide from the dossier to what it comes to; throws to refuse. The dossier is empty for an application that is new
 * @param key idempotency key and keyed digest of what was asked; the revision is filled in at the commit
 * @param attach contents to keep with it, once the dossier is known
 * @param done what the sender waits for
 */
public record Letter(
        ApplicationNumber number,
        Function<Optional<Dossier>, Decision> decide,
        Optional<KeyRow> key,
        Function<Dossier, List<Attachment>> attach,
        CompletableFuture<Reply> done) {

    /** A letter with nothing attached. */
    public static Letter of(
            ApplicationNumber number, Function<Optional<Dossier>, Decision> decide, Optional<KeyRow> key) {
        return new Letter(number, decide, key, dossier -> List.of(), new CompletableFuture<>());
    }

    /**
     * What the sender is told after the commit.
     *
     * @param dossier as it stands now
     * @param repeated was the key used before, for the same request
     * @param events how many events this letter brought about
     */
    public record Reply(Dossier dossier, boolean repeated, int events) {}
}
