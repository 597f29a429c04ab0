package org.onevisit.housing.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers that were given, as they lie in {@code done/}. */
public final class Answers {
    /** How the name of an answer ends. */
    public static final String ENDING = ".outcome.csv";

    private Answers() {}

    /** Every row of every answer that lies in the in-tray's {@code done/}; an answer that somebody spoilt is left out. */
    public static List<Table.Row> given(InTray.Settings settings) throws IOException {
        Path done = settings.folder().resolve(InTray.DONE);
        List<Table.Row> rows = new ArrayList<>();
        if (!Files.isDirectory(done)) {
            return rows;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(done)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            rows.addAll(read(file, settings.charset()));
        }
        return rows;
    }

    private static List<Table.Row> read(Path file, Charset charset) throws IOException {
        try {
            String text = Encodings.decode(Files.readAllBytes(file), charset);
            return Table.read(text, new Csv(','), List.of("row"), Integer.MAX_VALUE - 1)
                    .rows();
        } catch (RefusedFileException e) {
            return List.of();
        }
    }
}
