package org.onevisit.housing.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final byte[] ANSWER =
            "{\"answers\":{\"m1\":{\"asOf\":\"2026-11-24\",\"facts\":{\"home.floorArea\":\"0.00\"}}},\"validUntil\":null}"
                    .getBytes(UTF_8);

    private final Packing packing = new Packing();

    @Property
    @Label("what was packed opens to the same, whatever it was")
    void opensToTheSame(@ForAll String text) {
        byte[] json = ("{\"reasons\":\"" + text + "\"}").getBytes(UTF_8);
        byte[] packed = packing.pack(json);
        assertThat(packed.length).isLessThanOrEqualTo(json.length);
        assertThat(Packing.unpack(packed)).isEqualTo(json);
    }

    @Test
    @DisplayName("a short answer packs to less than half, a packer used again gives the same")
    void shortOnesPack() {
        byte[] first = packing.pack(ANSWER);
        assertThat(first.length).isLessThan(ANSWER.length / 2);
        assertThat(packing.pack(ANSWER)).isEqualTo(first);
    }

    @Test
    @DisplayName("what does not pack is left as it is")
    void incompressibleIsLeft() {
        byte[] json = "{\"x\":\"q\"}".getBytes(UTF_8);
        assertThat(Packing.unpack(packing.pack(json))).isEqualTo(json);
    }

    @Test
    @DisplayName("a stream without the dictionary, as before, opens too")
    void withoutDictionary() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(ANSWER);
        }
        assertThat(Packing.unpack(bytes.toByteArray())).isEqualTo(ANSWER);
    }

    @Test
    @DisplayName("a stream that ends too early, or wants another dictionary, is refused and not read in part")
    void foreignIsRefused() {
        byte[] packed = packing.pack(ANSWER);
        assertThatThrownBy(() -> Packing.unpack(Arrays.copyOf(packed, packed.length - 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("it ends too early");
        Deflater other = new Deflater();
        other.setDictionary("another".getBytes(UTF_8));
        other.setInput(ANSWER);
        other.finish();
        byte[] foreign = Arrays.copyOf(new byte[0], 500);
        other.deflate(foreign);
        other.end();
        assertThatThrownBy(() -> Packing.unpack(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("which this release does not have");
    }

    @Test
    @DisplayName("the dictionary is never changed: what was written with it could not be read any more")
    void dictionaryStays() throws IOException {
        Adler32 adler = new Adler32();
        adler.update(Resources.toByteArray(Resources.getResource(Packing.class, "dictionary.txt")));
        assertThat(adler.getValue()).isEqualTo(0x3a252788L);
    }
}
