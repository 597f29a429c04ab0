package org.onevisit.housing.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code FILE.refused}: why a file is not taken, and of which state of the file that was said. */
final class Refusal {
    static final String ENDING = ".refused";
    private final Path answer;

    private Refusal(Path answer) {
        this.answer = answer;
    }

    static Refusal of(Path file) {
        return new Refusal(file.resolveSibling(file.getFileName() + ENDING));
    }

    /** Was the file refused as it is now? */
    boolean isOf(String stamp) throws IOException {
        return SafeFiles.isPlain(answer)
                && new String(Files.readAllBytes(answer), StandardCharsets.ISO_8859_1).contains(stamp);
    }

    void write(String stamp, Text why, Charset charset) throws IOException {
        String text = "%s%n%s%n%s%n".formatted(why.chinese(), why.english(), stamp);
        SafeFiles.write(answer, Encodings.encode(text, charset));
    }

    void takeBack() throws IOException {
        Files.deleteIfExists(answer);
    }
}
