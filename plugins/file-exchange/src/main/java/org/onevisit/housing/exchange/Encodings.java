package org.onevisit.housing.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads and writes text in one encoding and no other: what does not fit is refused, never replaced by a question mark. */
public final class Encodings {
    /** GB 18030, which holds GBK and GB 2312. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final Texts TEXTS = Texts.beside(Encodings.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Encodings() {}

    /** The encodings that files may have. */
    public static List<Charset> known() {
        return List.of(StandardCharsets.UTF_8, GB18030);
    }

    /** The text of a file without its byte order mark. */
    public static String decode(byte[] bytes, Charset charset) throws RefusedFileException {
        String text = strictly(bytes, charset)
                .filter(read -> charset.equals(StandardCharsets.UTF_8) || !isChineseInUtf8(bytes))
                .orElseThrow(() -> new RefusedFileException(TEXTS.of("encoding", charset.name())));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * The bytes of a text.
     *
     * @throws CharacterCodingException if a character cannot be written; it is not repeated
     */
    public static byte[] encode(String text, Charset charset) throws CharacterCodingException {
        ByteBuffer bytes = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(java.nio.CharBuffer.wrap(text));
        byte[] whole = new byte[bytes.remaining()];
        bytes.get(whole);
        return whole;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-8 passes as GB 18030 most of the time, GB 18030 almost never as Chinese in UTF-8. */
    private static boolean isChineseInUtf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .map(text -> text.codePoints()
                        .filter(c -> c > 0x7f && c != BYTE_ORDER_MARK)
                        .toArray())
                .filter(beyond -> beyond.length > 0 || startsWithMark(bytes))
                .filter(beyond -> java.util.Arrays.stream(beyond).allMatch(Encodings::isChinese))
                .isPresent();
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                || (c >= 0x2010 && c <= 0x203B)
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || c == 0xB7;
    }
}
