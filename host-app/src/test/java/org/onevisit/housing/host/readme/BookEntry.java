package org.onevisit.housing.host.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table {@code event}, read and checked as docs/journal-format.md says: JDBC, the JDK's crypto, nothing of the product.
 */
record BookEntry(String number, long sequence, String header, byte[] previous, byte[] hash, byte[] sealed) {

    /** The entries of an application, in order. */
    static List<BookEntry> of(Connection store, String number) throws SQLException {
        List<BookEntry> entries = new ArrayList<>();
        try (PreparedStatement select =
                store.prepareStatement("SELECT * FROM event WHERE number = ? ORDER BY sequence")) {
            select.setString(1, number);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                entries.add(new BookEntry(
                        row.getString("number"),
                        row.getLong("sequence"),
                        row.getString("header"),
                        row.getBytes("previous"),
                        row.getBytes("hash"),
                        row.getBytes("sealed")));
            }
        }
        return entries;
    }

    /** Where the chain breaks first; empty if it holds. Wants no key. */
    static Optional<String> fault(List<BookEntry> chain) throws GeneralSecurityException {
        byte[] head = new byte[32];
        long sequence = 0;
        for (BookEntry entry : chain) {
            sequence++;
            if (entry.sequence != sequence || !Arrays.equals(entry.previous, head) || !entry.holds()) {
                return Optional.of(entry.place());
            }
            head = entry.hash;
        }
        return Optional.empty();
    }

    /** Is the stored hash the one that the rules give? */
    boolean holds() throws GeneralSecurityException {
        MessageDigest chain = MessageDigest.getInstance("SHA-256");
        chain.update(previous);
        chain.update(place().getBytes(UTF_8));
        chain.update((byte) '\n');
        chain.update(header.getBytes(UTF_8));
        chain.update(MessageDigest.getInstance("SHA-256").digest(sealed));
        return Arrays.equals(hash, chain.digest());
    }

    /** What the entry is bound to. */
    String place() {
        return number + "/" + sequence;
    }
}
