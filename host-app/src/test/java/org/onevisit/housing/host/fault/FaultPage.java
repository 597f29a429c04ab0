package org.onevisit.housing.host.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.host.readme.Guide;

/**
 * The page {@code docs/faults.md}: what the tests have seen. With {@code -Dhousing.golden=update} it is written, else compared. Two tests
 * make it: each holds its own rows against the page, and takes those of the other as they stand.
 */
final class FaultPage {
    private static final Path PAGE = Guide.REPOSITORY.resolve("docs/faults.md");
    private static final Path ONE_WRITES = Path.of("target/faults.lock");
    private static final String BEGIN = """
            # Faults of plugins

            What the operator sees, what happens to the application that is hit, and that the others go on. Made by `FaultMatrixTest`,
            which commits every fault by a bundle in a real host, and by `OutOfMemoryTest`; lines of the log are in the form of the table of
            alarms in [operate.md](operate.md); each names the plugin or its edition; blame MODULE. A dash: the fault has no meaning there.

            Out of memory: `OutOfMemoryTest` sees it in a JVM of its own with 128 MB, while agencies are being called; the row of
            `AgencyCheck.check` in every build, all of them in the drill (`mvn -Pdrill verify`). The host ends at once, with exit code 3, and
            the script starts it again (`ScriptRestartTest`). The plugin that is named is `REFUSED` among the plugins, in `missing` of
            `/health/ready` and on the operator's page, with the command that enables it.
            """;
    private static final String END = """

            ## Not in the table

            - **Out of memory, in one heap.** More than these rows cannot be promised: which plugin is to blame is read from what the threads of
              its calls had allocated, noted fifty times a second. A plugin that hoards memory outside of its calls may have another one named.
              Code that you do not trust belongs behind `agency-http`.
            - **Reading the whole store** (`snapshot`, for plans and backups) takes its time on the caller's thread.
            - **The product's own reader of packs** computes within bounds and is asked on the caller's thread.
            - Code that ignores the interrupt keeps its thread until the next start; of one agency's check there are never more than
              `callsAtOnce` such threads.
            """;

    private FaultPage() {}

    /** The page has these rows, and of every kind those of the faults that another test sees. */
    static void mustRead(Map<FaultMatrixTest.Kind, Map<Fault, Cell>> seen) throws IOException {
        agree(rows -> seen.forEach(
                (kind, cells) -> cells.forEach((fault, cell) -> rows.get(kind).put(fault, row(fault, cell)))));
        if (!updates()) {
            rows(Files.readString(PAGE, UTF_8))
                    .forEach((kind, rows) -> assertThat(rows).as(kind.title()).containsOnlyKeys(Fault.values()));
        }
    }

    /** The page has this row. */
    static void mustRead(FaultMatrixTest.Kind kind, Fault fault, Cell cell) throws IOException {
        agree(rows -> rows.get(kind).put(fault, row(fault, cell)));
    }

    /** Puts rows in their places. */
    @FunctionalInterface
    private interface Rows {
        void into(Map<FaultMatrixTest.Kind, Map<Fault, String>> rows);
    }

    private static void agree(Rows seen) throws IOException {
        try (FileChannel channel = FileChannel.open(ONE_WRITES, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            Map<FaultMatrixTest.Kind, Map<Fault, String>> rows = rows(Files.readString(PAGE, UTF_8));
            seen.into(rows);
            String text = text(rows);
            if (updates()) {
                Files.writeString(PAGE, text, UTF_8);
            }
            assertThat(PAGE)
                    .as("docs/faults.md differs from what was seen; if that is meant, run with -Dhousing.golden=update")
                    .content(UTF_8)
                    .isEqualTo(text);
        }
    }

    private static boolean updates() {
        return "update".equals(System.getProperty("housing.golden"));
    }

    private static String row(Fault fault, Cell cell) {
        return "| %s | %s | %s | %s |".formatted(fault.words(), cell.operator(), cell.application(), cell.others());
    }

    /** Rows of a page as they stand. */
    private static Map<FaultMatrixTest.Kind, Map<Fault, String>> rows(String page) {
        Map<FaultMatrixTest.Kind, Map<Fault, String>> rows = new EnumMap<>(FaultMatrixTest.Kind.class);
        for (FaultMatrixTest.Kind kind : FaultMatrixTest.Kind.values()) {
            Map<Fault, String> own = new TreeMap<>();
            String section = section(page, kind);
            for (Fault fault : Fault.values()) {
                section.lines()
                        .filter(line -> line.startsWith("| " + fault.words() + " |"))
                        .forEach(line -> own.put(fault, line));
            }
            rows.put(kind, own);
        }
        return rows;
    }

    private static String section(String page, FaultMatrixTest.Kind kind) {
        int begin = page.indexOf(head(kind));
        return begin < 0 ? "" : page.substring(begin, page.indexOf("\n## ", begin + 1));
    }

    private static String head(FaultMatrixTest.Kind kind) {
        return "\n## " + kind.title() + "\n";
    }

    private static String text(Map<FaultMatrixTest.Kind, Map<Fault, String>> rows) {
        StringBuilder page = new StringBuilder(BEGIN);
        rows.forEach((kind, own) -> {
            page.append(head(kind)).append("\n| fault | what the operator sees | the application | the others |\n");
            page.append("|---|---|---|---|\n");
            own.values().forEach(row -> page.append(row).append('\n'));
        });
        return page.append(END).toString();
    }
}
