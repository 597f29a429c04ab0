package org.onevisit.housing.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that is written here by hand, as docs/journal-format.md says; nothing of the product is near. */
class MainTest {
    private static final String A = "330482-20261128-000001";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void ledger() throws Exception {
        Files.createDirectories(folder.resolve("store"));
        try (Connection store = store()) {
            run(store, "PRAGMA application_id = " + 0x4f564853);
            run(
                    store,
                    "CREATE TABLE event (position INTEGER PRIMARY KEY, number TEXT NOT NULL, sequence INTEGER NOT NULL,"
                            + " header TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL, sealed BLOB NOT NULL) STRICT");
            run(
                    store,
                    "CREATE TABLE checkpoint (sequence INTEGER PRIMARY KEY, header TEXT NOT NULL, entries TEXT NOT NULL,"
                            + " previous BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL) STRICT");
            byte[] first = entry(store, 1, 1, new byte[32]);
            byte[] second = entry(store, 2, 2, first);
            KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] der = key.getPublic().getEncoded();
            Files.writeString(
                    folder.resolve("checkpoint.pub"),
                    "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                            + "\n-----END PUBLIC KEY-----\n");
            checkpoint(store, key, A + " 2 " + HexFormat.of().formatHex(second) + " 1,2\n");
            entry(store, 3, 3, second);
        }
    }

    @Test
    @DisplayName("what was written by the document is whole; what is not covered is listed, with the head to keep")
    void whole() {
        assertThat(verify()).as(err + "" + out).isZero();
        assertThat(out.toString())
                .contains("3 entries of 1 applications, 1 checkpoints")
                .contains("covered: 2 entries; not covered by a checkpoint: 1")
                .contains("not covered: " + A + ", 1 entries")
                .contains("newest checkpoint: 1 of 2026-11-28T02:00:00Z, head ");
    }

    @Test
    @DisplayName("a changed entry is damage, named by number and sequence")
    void changed() throws Exception {
        change("UPDATE event SET sealed = x'00' WHERE sequence = 2");
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("DAMAGED " + A + "/2: ");
    }

    @Test
    @DisplayName("a missing covered entry at the end of a chain is named")
    void cut() throws Exception {
        change("DELETE FROM event WHERE sequence >= 2");
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("DAMAGED " + A + "/2: was removed: checkpoint 1 covers it at position 2");
    }

    @Test
    @DisplayName("a store without checkpoints is told to be uncovered")
    void withoutCheckpoints() throws Exception {
        change("DROP TABLE checkpoint");
        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("nothing is covered");
    }

    @Test
    @DisplayName("a database of another program is refused")
    void foreign() throws Exception {
        change("PRAGMA application_id = 7");
        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("is no store of this product");
    }

    private int verify() {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), folder.toString());
    }

    private static byte[] entry(Connection store, long position, long sequence, byte[] previous) throws Exception {
        String header = "{\"v\":1,\"type\":\"X\",\"chain\":\"SHA-256\"}";
        byte[] hash = hash(previous, A + "/" + sequence, header, new byte[] {1, 2});
        insert(
                store,
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
                position,
                A,
                sequence,
                header,
                previous,
                hash,
                new byte[] {1, 2});
        return hash;
    }

    private static void checkpoint(Connection store, KeyPair key, String entries) throws Exception {
        byte[] id = MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
        String header =
                "{\"v\":1,\"sequence\":1,\"at\":\"2026-11-28T02:00:00Z\",\"after\":0,\"upto\":2,\"chain\":\"SHA-256\","
                        + "\"sig\":\"Ed25519\",\"kid\":\"" + HexFormat.of().formatHex(id, 0, 8) + "\"}";
        byte[] hash = hash(new byte[32], "checkpoint#1", header, entries.getBytes(UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(hash);
        insert(
                store,
                "INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?, ?)",
                1,
                header,
                entries,
                new byte[32],
                hash,
                signature.sign());
    }

    private static byte[] hash(byte[] previous, String place, String header, byte[] content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(previous);
        digest.update((place + "\n" + header).getBytes(UTF_8));
        digest.update(MessageDigest.getInstance("SHA-256").digest(content));
        return digest.digest();
    }

    private Connection store() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store/housing.db"));
    }

    private void change(String sql) throws SQLException {
        try (Connection store = store()) {
            run(store, sql);
        }
    }

    private static void run(Connection store, String sql) throws SQLException {
        insert(store, sql);
    }

    private static void insert(Connection store, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = store.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
