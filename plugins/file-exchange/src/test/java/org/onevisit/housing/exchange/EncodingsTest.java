package org.onevisit.housing.exchange;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
    private static final Charset GB18030 = Encodings.GB18030;

    @ParameterizedTest
    @ValueSource(strings = {"流水号,姓名\n1,张三\n", "一", "联通", "€𠮷𪚥", "row,outcome\n", "平湖市当湖街道（测试）·一户"})
    @DisplayName("a text comes back in the encoding that it was written in, with a byte order mark or without")
    void roundTrip(String text) throws Exception {
        assertThat(Encodings.decode(Encodings.encode(text, GB18030), GB18030)).isEqualTo(text);
        assertThat(Encodings.decode(Encodings.encode(text, UTF_8), UTF_8)).isEqualTo(text);
        assertThat(Encodings.decode(("\uFEFF" + text).getBytes(UTF_8), UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"流水号,姓名\n1,张三\n", "查无", "平湖市当湖街道（测试）·一户"})
    @DisplayName("a file in the other encoding is refused, not read as rubbish")
    void otherEncoding(String text) {
        assertThatThrownBy(() -> Encodings.decode(text.getBytes(GB18030), UTF_8))
                .hasMessageContaining("is not in UTF-8");
        assertThatThrownBy(() -> Encodings.decode(text.getBytes(UTF_8), GB18030))
                .hasMessageContaining("is not in GB18030");
        assertThatThrownBy(() -> Encodings.decode(("\uFEFF" + text).getBytes(UTF_8), GB18030))
                .hasMessageContaining("is not in GB18030");
    }

    @Test
    @DisplayName("UTF-16, and bytes that are no text, are refused in both")
    void noText() {
        ByteArrayOutputStream utf16 = new ByteArrayOutputStream();
        utf16.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
        utf16.writeBytes("流水号".getBytes(UTF_16LE));
        for (Charset charset : Encodings.known()) {
            assertThatThrownBy(() -> Encodings.decode(utf16.toByteArray(), charset))
                    .isInstanceOf(RefusedFileException.class);
            assertThatThrownBy(() -> Encodings.decode(new byte[] {'a', (byte) 0xFF, 'b'}, charset))
                    .isInstanceOf(RefusedFileException.class);
        }
    }

    @Test
    @DisplayName("what cannot be written is an error, never a question mark, and is not repeated")
    void unwritable() {
        assertThatThrownBy(() -> Encodings.encode("张三\uD800", UTF_8))
                .isInstanceOf(CharacterCodingException.class)
                .hasMessageNotContaining("张");
    }
}
