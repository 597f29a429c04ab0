package org.onevisit.housing.host.ledger;

import java.util.List;
import java.util.Set;
import org.onevisit.housing.host.ledger.Attacker.Row;
import org.onevisit.housing.verifier.Finding;

/** What an attacker does to a ledger of which everything is covered; and where it must be found. */
enum Tampering {
    BYTE_IN_HEADER(a -> byteOf(a, "header", true)),
    BYTE_IN_SEALED(a -> byteOf(a, "sealed", false)),
    BYTE_IN_PREVIOUS(a -> byteOf(a, "previous", false)),
    BYTE_IN_HASH(a -> byteOf(a, "hash", false)),
    BYTE_IN_NUMBER(a -> byteOf(a, "number", true)),
    SEQUENCE(a -> {
        Row row = a.anyRow();
        a.withoutIndex();
        long other = a.random.nextBoolean() ? row.sequence() + 1 + a.random.nextInt(5) : a.random.nextInt() - 5L;
        a.change(
                "UPDATE event SET sequence = ? WHERE position = ?",
                other == row.sequence() ? -1 : other,
                row.position());
        return at(row);
    }),
    POSITION(a -> {
        Row row = a.anyRow();
        long last = a.number("SELECT max(position) FROM event");
        long other = a.random.nextBoolean() ? last + 1 + a.random.nextInt(1000) : -a.random.nextInt(1000);
        a.change("UPDATE event SET position = ? WHERE position = ?", other, row.position());
        return at(row);
    }),
    OTHER_NUMBER(a -> {
        Row row = a.anyRow();
        Row other = another(a, row);
        a.withoutIndex();
        a.change("UPDATE event SET number = ? WHERE position = ?", other.number(), row.position());
        return at(row);
    }),
    REMOVED(a -> {
        Row row = a.anyRow();
        a.change("DELETE FROM event WHERE position = ?", row.position());
        return at(row);
    }),
    REMOVED_AND_CLOSED(a -> {
        Row row = a.anyRow();
        a.change("DELETE FROM event WHERE position = ?", row.position());
        a.withoutIndex();
        a.change(
                "UPDATE event SET sequence = sequence - 1 WHERE number = ? AND sequence > ?",
                row.number(),
                row.sequence());
        a.recompute(row.number());
        return at(row);
    }),
    ADDED_AMONG(a -> {
        Row row = a.anyRow();
        a.withoutIndex();
        a.change("UPDATE event SET position = -position - 1 WHERE position >= ?", row.position());
        a.change("UPDATE event SET position = -position WHERE position < 0");
        a.change(
                "UPDATE event SET sequence = sequence + 1 WHERE number = ? AND sequence >= ?",
                row.number(),
                row.sequence());
        copy(a, row.position() + 1, row.position(), row.sequence());
        a.recompute(row.number());
        return at(row);
    }),
    ADDED_BEFORE(a -> {
        Row row = a.anyRow();
        long end = a.number("SELECT max(sequence) FROM event WHERE number = ?", row.number());
        copy(a, row.position(), -a.random.nextInt(1000), end + 1);
        a.recompute(row.number());
        return at(row);
    }),
    DUPLICATED(a -> {
        Row row = a.anyRow();
        a.withoutIndex();
        copy(a, row.position(), a.number("SELECT max(position) + 1 FROM event"), row.sequence());
        return at(row);
    }),
    EXCHANGED(a -> {
        Row row = a.anyRow();
        Row other = another(a, row);
        a.change("UPDATE event SET position = -1000001 WHERE position = ?", row.position());
        a.change("UPDATE event SET position = ? WHERE position = ?", row.position(), other.position());
        a.change("UPDATE event SET position = ? WHERE position = -1000001", other.position());
        return Found.application(row.number(), other.number());
    }),
    ORDER_IN_CHAIN(a -> {
        Row row = chainOfTwo(a);
        Row next = a.rows("number = ? AND sequence = ?", row.number(), row.sequence() + 1)
                .get(0);
        a.change(
                "UPDATE event SET header = CAST(? AS TEXT), sealed = ? WHERE position = ?",
                next.header(),
                next.sealed(),
                row.position());
        a.change(
                "UPDATE event SET header = CAST(? AS TEXT), sealed = ? WHERE position = ?",
                row.header(),
                row.sealed(),
                next.position());
        a.recompute(row.number());
        return at(row);
    }),
    TAIL_CUT(a -> {
        Row row = a.anyRow();
        a.change("DELETE FROM event WHERE number = ? AND sequence >= ?", row.number(), row.sequence());
        return at(row);
    }),
    APPLICATION_REMOVED(a -> {
        Row row = a.anyRow();
        for (String table : List.of("event", "application", "claim", "found_under", "used_key", "attachment")) {
            a.change("DELETE FROM " + table + " WHERE number = ?", row.number());
        }
        return at(row);
    }),
    CHANGED_AND_RECOMPUTED(a -> {
        Row row = a.anyRow();
        a.lie(row);
        a.recompute(row.number());
        return at(row);
    }),
    OTHER_CHAIN_AND_RECOMPUTED(a -> {
        Row row = a.anyRow();
        String header = new String(row.header(), java.nio.charset.StandardCharsets.UTF_8);
        String other = header.contains("\"SM3\"")
                ? header.replace("\"SM3\"", "\"SHA-256\"")
                : header.replace("\"SHA-256\"", "\"SM3\"");
        a.change("UPDATE event SET header = ? WHERE position = ?", other, row.position());
        a.recompute(row.number());
        return at(row);
    }),
    FORGED_UNDER_OWN_NAME(a -> forged(a, true)),
    FORGED_UNDER_ANOTHERS_NAME(a -> forged(a, false)),
    CHECKPOINT_BYTE_IN_HEADER(a -> byteOfCheckpoint(a, "header", true)),
    CHECKPOINT_BYTE_IN_ENTRIES(a -> byteOfCheckpoint(a, "entries", true)),
    CHECKPOINT_BYTE_IN_PREVIOUS(a -> byteOfCheckpoint(a, "previous", false)),
    CHECKPOINT_BYTE_IN_HASH(a -> byteOfCheckpoint(a, "hash", false)),
    CHECKPOINT_BYTE_IN_SIGNATURE(a -> byteOfCheckpoint(a, "signature", false)),
    CHECKPOINT_SEQUENCE(a -> {
        long sequence = a.anyCheckpoint();
        long last = a.number("SELECT max(sequence) FROM checkpoint");
        a.change("UPDATE checkpoint SET sequence = ? WHERE sequence = ?", last + 1 + a.random.nextInt(9), sequence);
        return Found.checkpoint(sequence);
    }),
    CHECKPOINT_REMOVED(a -> {
        long sequence = a.anyCheckpoint();
        a.change("DELETE FROM checkpoint WHERE sequence = ?", sequence);
        return Found.checkpoint(sequence);
    }),
    CHECKPOINT_REMOVED_AND_CLOSED(a -> {
        long sequence = a.anyCheckpoint();
        a.change("DELETE FROM checkpoint WHERE sequence = ?", sequence);
        a.change("UPDATE checkpoint SET sequence = -sequence WHERE sequence > ?", sequence);
        a.change("UPDATE checkpoint SET sequence = -sequence - 1 WHERE sequence < 0");
        return Found.checkpoint(sequence);
    }),
    CHECKPOINTS_EXCHANGED(a -> {
        long sequence = a.anyCheckpoint();
        a.change("UPDATE checkpoint SET sequence = -1 WHERE sequence = ?", sequence);
        a.change("UPDATE checkpoint SET sequence = ? WHERE sequence = ?", sequence, sequence + 1);
        a.change("UPDATE checkpoint SET sequence = ? WHERE sequence = -1", sequence + 1);
        return Found.checkpoint(sequence, sequence + 1);
    }),
    CHECKPOINT_COPIED(a -> {
        long sequence = a.anyCheckpoint();
        a.change(
                "INSERT INTO checkpoint SELECT (SELECT max(sequence) + 1 FROM checkpoint), header, entries, previous, hash,"
                        + " signature FROM checkpoint WHERE sequence = ?",
                sequence);
        return Found.checkpoint(a.number("SELECT max(sequence) FROM checkpoint"));
    }),
    NEWEST_CHECKPOINTS_CUT(a -> {
        long last = a.number("SELECT max(sequence) FROM checkpoint");
        long from = last - a.random.nextInt(3);
        a.change("DELETE FROM checkpoint WHERE sequence >= ?", from);
        return Found.checkpoint(from);
    });

    private final Deed deed;

    Tampering(Deed deed) {
        this.deed = deed;
    }

    /** What is done. */
    @FunctionalInterface
    interface Deed {
        Found by(Attacker attacker) throws Exception;
    }

    /** Where it must be found: at one of these applications, or at one of these checkpoints. */
    record Found(Set<String> applications, Set<Long> checkpoints) {
        static Found application(String... numbers) {
            return new Found(Set.of(numbers), Set.of());
        }

        static Found checkpoint(Long... sequences) {
            return new Found(Set.of(), Set.of(sequences));
        }

        boolean by(List<Finding> findings) {
            return findings.stream()
                    .anyMatch(finding -> finding.ofCheckpoint()
                            ? checkpoints.contains(finding.sequence())
                            : applications.contains(finding.number()));
        }
    }

    Found by(Attacker attacker) throws Exception {
        return deed.by(attacker);
    }

    private static Found at(Row row) {
        return Found.application(row.number());
    }

    private static Found byteOf(Attacker a, String column, boolean text) throws Exception {
        Row row = a.anyRow();
        a.withoutIndex();
        a.changeByte("event", column, text, "position = ?", row.position());
        return at(row);
    }

    private static Found byteOfCheckpoint(Attacker a, String column, boolean text) throws Exception {
        long sequence = a.anyCheckpoint();
        a.changeByte("checkpoint", column, text, "sequence = ?", sequence);
        return Found.checkpoint(sequence);
    }

    private static Found forged(Attacker a, boolean underOwnName) throws Exception {
        Row row = a.anyRow();
        a.lie(row);
        a.recompute(row.number());
        long from = a.number(
                "SELECT min(sequence) FROM checkpoint WHERE json_extract(header, '$.upto') >= ?", row.position());
        a.forge(from, underOwnName);
        return Found.checkpoint(from);
    }

    private static Row another(Attacker a, Row row) throws Exception {
        Row other = a.anyRow();
        while (other.number().equals(row.number())) {
            other = a.anyRow();
        }
        return other;
    }

    private static Row chainOfTwo(Attacker a) throws Exception {
        Row row = a.anyRow();
        while (a.rows("number = ? AND sequence = ?", row.number(), row.sequence() + 1)
                .isEmpty()) {
            row = a.anyRow();
        }
        return row;
    }

    private static void copy(Attacker a, long from, long to, long sequence) throws Exception {
        a.change(
                "INSERT INTO event SELECT ?, number, ?, header, previous, hash, sealed FROM event WHERE position = ?",
                to,
                sequence,
                from);
    }
}
