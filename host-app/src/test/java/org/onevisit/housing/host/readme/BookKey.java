package org.onevisit.housing.host.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key file, used as docs/journal-format.md says: the JDK's crypto, nothing of the product. */
final class BookKey {
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

    /** The JSON of a content: as it is, or as a zlib stream. */
    static String json(byte[] content) throws IOException {
        if (content[0] == '{') {
            return new String(content, UTF_8);
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** A state, opened: on which event it stands, the hash of that event, its JSON. */
    record BookState(long sequence, byte[] head, String json) {
        static BookState open(byte[] key, byte[] sealed, String number) throws GeneralSecurityException, IOException {
            ByteBuffer plain = ByteBuffer.wrap(BookKey.open(key, sealed, number + "/-1"));
            long sequence = plain.getLong();
            byte[] head = new byte[32];
            plain.get(head);
            byte[] content = new byte[plain.remaining()];
            plain.get(content);
            return new BookState(sequence, head, BookKey.json(content));
        }
    }
}
