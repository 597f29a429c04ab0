package org.onevisit.housing.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file, up to a limit. */
final class Content {
    /** The largest file that is read. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final Texts TEXTS = Texts.beside(Content.class);

    private Content() {}

    /** How a file is read. */
    @FunctionalInterface
    interface Reading {
        byte[] of(Path file) throws RefusedFileException, NoSuchFileException, UnreadableException;
    }

    /** A file that is there and cannot be read. The name of the file, which is the sender's, is not in it. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException() {
            super("a file cannot be read");
        }
    }

    static byte[] of(Path file) throws RefusedFileException, NoSuchFileException, UnreadableException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException();
        }
        if (bytes.length > LARGEST) {
            throw new RefusedFileException(TEXTS.of("large", LARGEST >> 20));
        }
        return bytes;
    }
}
