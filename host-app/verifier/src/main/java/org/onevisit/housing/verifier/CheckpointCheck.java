package org.onevisit.housing.verifier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.verifier.LedgerRows.Checkpoint;
import org.onevisit.housing.verifier.LedgerRows.Cursor;
import org.onevisit.housing.verifier.Verification.Newest;

/** Walks the checkpoints: each follows on the one before, has the hash that the rule gives, and is signed. */
final class CheckpointCheck {
    private final Cursor<Checkpoint> rows;
    private final Keys keys;
    private final Findings findings;
    private final Optional<String> expected;
    private long next = 1;
    private byte[] head = new byte[ChainRule.BYTES];
    private long upto;
    private long count;
    private boolean seen;
    private @Nullable Newest newest;

    CheckpointCheck(Cursor<Checkpoint> rows, Keys keys, Findings findings, Optional<String> expected) {
        this.rows = rows;
        this.keys = keys;
        this.findings = findings;
        this.expected = expected;
    }

    /** The next checkpoint that holds; null after the last. What does not hold is told and passed over. */
    @Nullable
    Covered next() {
        for (Checkpoint row = rows.next(); row != null; row = rows.next()) {
            Optional<Covered> covered = check(row);
            count++;
            next = row.sequence() + 1;
            head = row.hash();
            if (covered.isPresent()) {
                upto = covered.get().upto();
                return covered.get();
            }
            upto = -1;
        }
        return null;
    }

    private Optional<Covered> check(Checkpoint row) {
        boolean follows = row.sequence() == next;
        if (row.sequence() > next) {
            findings.add(Finding.checkpoint(
                    next,
                    row.sequence() == next + 1 ? "is missing" : "is missing, and all up to " + (row.sequence() - 1)));
        } else if (!follows) {
            found(row, "stands twice, or its sequence is none that can be");
        } else if (!Arrays.equals(row.previous(), head)) {
            found(row, "\"previous\" is not the hash of the checkpoint before");
        }
        Optional<Header> header = Header.of(row.header());
        Optional<ChainRule> rule = header.flatMap(Header::rule);
        if (header.isEmpty() || rule.isEmpty()) {
            found(row, "the header is no JSON of a version that this verifier knows, with a chain that there is");
            return Optional.empty();
        }
        byte[] hash = rule.get().hash(row.previous(), "checkpoint#" + row.sequence(), row.header(), row.entries());
        if (!Arrays.equals(hash, row.hash())) {
            found(row, "sequence, header, entries, \"previous\" or hash was changed: the rule gives another hash");
            return Optional.empty();
        }
        return isSigned(row, header.get()) ? covers(row, header.get(), follows) : Optional.empty();
    }

    private boolean isSigned(Checkpoint row, Header header) {
        String kid = header.text("kid");
        if (!keys.knows(kid)) {
            found(row, "is signed by key " + kid + ", which is none of those given");
            return false;
        }
        if (!keys.verify(kid, row.hash(), row.signature())) {
            found(row, "the signature is not that of key " + kid);
            return false;
        }
        return true;
    }

    private Optional<Covered> covers(Checkpoint row, Header header, boolean follows) {
        Optional<Covered> covered = Covered.of(row.sequence(), header, row.entries());
        if (covered.isEmpty() || (follows && upto >= 0 && covered.get().after() != upto)) {
            found(row, "is signed, but says what cannot be; it was made by another program, or the key is not secret");
            return Optional.empty();
        }
        String hex = HexFormat.of().formatHex(row.hash());
        seen |= expected.filter(hex::equals).isPresent();
        newest = new Newest(row.sequence(), hex, header.text("at"));
        return covered;
    }

    private void found(Checkpoint row, String what) {
        findings.add(Finding.checkpoint(row.sequence(), what));
    }

    /** To be called after the last: is the checkpoint that somebody kept elsewhere among them? */
    void finish() {
        if (expected.isPresent() && !seen) {
            findings.add(
                    Finding.checkpoint(
                            next,
                            "is not there, nor does any before it have the head that was expected: the newest were cut off or replaced"));
        }
    }

    long count() {
        return count;
    }

    Optional<Newest> newest() {
        return Optional.ofNullable(newest);
    }
}
