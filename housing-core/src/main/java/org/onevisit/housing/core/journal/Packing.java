package org.onevisit.housing.core.journal;

import com.google.common.io.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * JSON as it is sealed: a zlib stream (RFC 1950) with the journal's dictionary, or as it is where that would be no shorter. Which of
 * the two it is tells the first byte; whether a dictionary is wanted, and which, the stream itself. Safe for every thread.
 */
final class Packing {
    private static final int BUFFER = 4096;
    private static final byte[] DICTIONARY = dictionary();
    /** By what a stream names it. */
    private static final int DICTIONARY_ID = adler(DICTIONARY);

    /** Made once and used again, as making one costs more than packing a small text; never more than threads pack at once. */
    private final ConcurrentLinkedQueue<Deflater> idle = new ConcurrentLinkedQueue<>();

    /** What is sealed for this JSON object or list. */
    byte[] pack(byte[] json) {
        Deflater deflater = idle.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_SPEED);
        }
        deflater.reset();
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(json);
        deflater.finish();
        byte[] shorter = new byte[json.length];
        int length = 0;
        while (!deflater.finished() && length < shorter.length) {
            length += deflater.deflate(shorter, length, shorter.length - length);
        }
        boolean packed = deflater.finished();
        idle.add(deflater);
        return packed ? java.util.Arrays.copyOf(shorter, length) : json;
    }

    /** The JSON of what was sealed. */
    static byte[] unpack(byte[] content) {
        if (content.length > 0 && (content[0] == '{' || content[0] == '[')) {
            return content;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            ByteArrayOutputStream json = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                json.write(buffer, 0, length);
                if (length == 0 && inflater.needsDictionary()) {
                    give(inflater);
                } else if (length == 0 && inflater.needsInput()) {
                    throw new DataFormatException("it ends too early");
                }
            }
            return json.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("sealed content is neither JSON nor a zlib stream", e);
        } finally {
            inflater.end();
        }
    }

    private static void give(Inflater inflater) throws DataFormatException {
        if (inflater.getAdler() != DICTIONARY_ID) {
            throw new DataFormatException("it was packed with dictionary %08x, which this release does not have"
                    .formatted(inflater.getAdler()));
        }
        inflater.setDictionary(DICTIONARY);
    }

    private static int adler(byte[] dictionary) {
        Adler32 adler = new Adler32();
        adler.update(dictionary);
        return (int) adler.getValue();
    }

    private static byte[] dictionary() {
        try {
            return Resources.toByteArray(Resources.getResource(Packing.class, "dictionary.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
