package org.onevisit.housing.host.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Somebody who may write the store as he likes and knows the format, but has no signing key. */
final class Attacker {
    static final KeyPair OWN_KEY = ownKey();
    final Connection store;
    final Random random;

    Attacker(Connection store, Random random) {
        this.store = store;
        this.random = random;
    }

    private static KeyPair ownKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String ownName() throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(OWN_KEY.getPublic().getEncoded());
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    static byte[] ownSignature(byte[] hash) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(OWN_KEY.getPrivate());
        signature.update(hash);
        return signature.sign();
    }

    /** An entry of the journal. */
    record Row(long position, String number, long sequence, byte[] header, byte[] sealed) {}

    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepared(sql, values)) {
            return update.executeUpdate();
        }
    }

    byte[] bytes(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = store.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Any entry. */
    Row anyRow() throws SQLException {
        List<Row> rows =
                rows("1 ORDER BY position LIMIT 1 OFFSET " + random.nextLong(number("SELECT count(*) FROM event")));
        return rows.get(0);
    }

    List<Row> rows(String where, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String sql = "SELECT position, number, sequence, CAST(header AS BLOB), sealed FROM event WHERE " + where;
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4), row.getBytes(5)));
            }
        }
        return rows;
    }

    /** Any checkpoint but the newest. */
    long anyCheckpoint() throws SQLException {
        return 1 + random.nextLong(number("SELECT max(sequence) FROM checkpoint") - 1);
    }

    /** One byte of a value becomes another. */
    void changeByte(String table, String column, boolean text, String where, Object... values) throws SQLException {
        byte[] content = bytes("SELECT CAST(" + column + " AS BLOB) FROM " + table + " WHERE " + where, values);
        content[random.nextInt(content.length)] ^= (byte) (1 + random.nextInt(255));
        Object[] all = new Object[values.length + 1];
        all[0] = content;
        System.arraycopy(values, 0, all, 1, values.length);
        change(
                "UPDATE " + table + " SET " + column + " = " + (text ? "CAST(? AS TEXT)" : "?") + " WHERE " + where,
                all);
    }

    /** Lets rows take sequences that others have. */
    void withoutIndex() throws SQLException {
        change("DROP INDEX IF EXISTS event_of_application");
    }

    /** Writes the chain of an application anew, so that it holds. */
    void recompute(String number) throws SQLException {
        byte[] head = new byte[32];
        for (Row row : rows("number = ? ORDER BY sequence", number)) {
            byte[] hash = Chained.hash(head, number + "/" + row.sequence(), row.header(), row.sealed());
            change("UPDATE event SET previous = ?, hash = ? WHERE position = ?", head, hash, row.position());
            head = hash;
        }
    }

    /** Changes what an entry says, as a liar would: still JSON, another step. */
    void lie(Row row) throws SQLException {
        String header = new String(row.header(), UTF_8).replaceFirst("\"step\":\"", "\"step\":\"X");
        change("UPDATE event SET header = ? WHERE position = ?", header, row.position());
    }

    /** Writes the checkpoints from one on anew, so that they agree with the journal, and signs them with the attacker's own key. */
    void forge(long from, boolean underOwnName) throws SQLException, GeneralSecurityException {
        long last = number("SELECT max(sequence) FROM checkpoint");
        byte[] head = from == 1 ? new byte[32] : bytes("SELECT hash FROM checkpoint WHERE sequence = ?", from - 1);
        for (long sequence = from; sequence <= last; sequence++) {
            String header = text("SELECT CAST(header AS BLOB) FROM checkpoint WHERE sequence = ?", sequence);
            if (underOwnName) {
                header = header.replaceFirst("\"kid\":\"[0-9a-f]+\"", "\"kid\":\"" + ownName() + "\"");
            }
            String entries =
                    agreeing(text("SELECT CAST(entries AS BLOB) FROM checkpoint WHERE sequence = ?", sequence));
            byte[] hash = Chained.hash(head, "checkpoint#" + sequence, header.getBytes(UTF_8), entries.getBytes(UTF_8));
            change(
                    "UPDATE checkpoint SET header = ?, entries = ?, previous = ?, hash = ?, signature = ? WHERE sequence = ?",
                    header,
                    entries,
                    head,
                    hash,
                    ownSignature(hash),
                    sequence);
            head = hash;
        }
    }

    private String agreeing(String entries) throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (String line : entries.split("\n")) {
            String[] parts = line.split(" ");
            byte[] head = bytes(
                    "SELECT hash FROM event WHERE number = ? AND sequence = ?", parts[0], Long.parseLong(parts[1]));
            parts[2] = HexFormat.of().formatHex(head);
            lines.append(String.join(" ", parts)).append('\n');
        }
        return lines.toString();
    }

    String text(String sql, Object... values) throws SQLException {
        return new String(bytes(sql, values), UTF_8);
    }
}
