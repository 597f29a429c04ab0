package org.onevisit.housing.host.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key file, used as docs/journal-format.md says: the JDK's crypto, nothing of the product. */
final class BookKey {
    private static final Path DICTIONARY = Path.of("..", "docs", "journal-dictionary.txt");
    /** More than any content of the tests. */
    private static final int MOST = 1 << 20;

    private final String id;
    private final byte[] master;

    /** The key file with this content. */
    BookKey(String file) {
        List<String> lines = file.lines().toList();
        id = lines.get(0).substring("housing-key ".length());
        master = Base64.getDecoder().decode(lines.get(1));
    }

    /** Name of the key. */
    String id() {
        return id;
    }

    /** The key of a dossier. */
    byte[] dossierKey(String number, byte[] wrapped) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(master, "HmacSHA256"));
        return open(mac.doFinal("wrap dossier keys".getBytes(UTF_8)), wrapped, id + "/" + number);
    }

    /** Opens what is sealed at a place. */
    static byte[] open(byte[] key, byte[] sealed, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher.doFinal(sealed, 12, sealed.length - 12);
    }

    /** The JSON of a content: as it is, or as a zlib stream that may want the dictionary; of none, nothing. */
    static String json(byte[] content) throws IOException {
        if (content.length == 0 || content[0] == '{' || content[0] == '[') {
            return new String(content, UTF_8);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            byte[] json = new byte[MOST];
            int length = inflater.inflate(json);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(Files.readAllBytes(DICTIONARY));
                length = inflater.inflate(json);
            }
            return new String(json, 0, length, UTF_8);
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    /** A state, opened: on which event it stands, the hash of that event, its parts as JSON. */
    record BookState(long sequence, byte[] head, String dates, String state, List<BookSince> since) {
        static BookState open(byte[] key, byte[] sealed, String number) throws GeneralSecurityException, IOException {
            ByteBuffer plain = ByteBuffer.wrap(BookKey.open(key, sealed, number + "/-1"));
            long sequence = plain.getLong();
            byte[] head = new byte[32];
            plain.get(head);
            if (plain.get() != 1) {
                throw new IOException("not made of parts");
            }
            String dates = BookKey.json(part(plain));
            String state = BookKey.json(part(plain));
            List<BookSince> since = new ArrayList<>();
            while (plain.hasRemaining()) {
                since.add(new BookSince(
                        List.of(new String(part(plain), UTF_8).split("\n", -1)), BookKey.json(part(plain))));
            }
            return new BookState(sequence, head, dates, state, since);
        }

        private static byte[] part(ByteBuffer plain) {
            byte[] part = new byte[plain.getInt()];
            plain.get(part);
            return part;
        }
    }

    /** An entry after the state. */
    record BookSince(List<String> heading, String events) {}
}
