package org.onevisit.housing.core.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * JSON as it is sealed: a zlib stream (RFC 1950), or as it is where that would be no shorter. Which of the two it is tells the first byte.
 */
final class Deflated {
    private static final int BRACE = '{';

    private Deflated() {}

    /** What is sealed for this JSON object. */
    static byte[] of(byte[] json) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream shorter = new ByteArrayOutputStream(json.length);
            try (DeflaterOutputStream out = new DeflaterOutputStream(shorter, deflater)) {
                out.write(json);
            }
            return shorter.size() < json.length ? shorter.toByteArray() : json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    /** The JSON object of what was sealed. */
    static byte[] json(byte[] content) {
        if (content.length > 0 && content[0] == BRACE) {
            return content;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("sealed content is neither a JSON object nor a zlib stream", e);
        }
    }
}
