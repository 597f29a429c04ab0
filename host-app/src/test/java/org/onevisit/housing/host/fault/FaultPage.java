package org.onevisit.housing.host.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.onevisit.housing.host.readme.Guide;

/** The page {@code docs/faults.md}: what the tests have seen. With {@code -Dhousing.golden=update} it is written, else compared. */
final class FaultPage {
    private static final Path PAGE = Guide.REPOSITORY.resolve("docs/faults.md");
    private static final String MEMORY = """

            ## Out of memory in a call

            As `OutOfMemoryTest` sees it, in a JVM of its own with 128 MB, while agencies are being called: the first row in every build, all \
            of them in the drill (`mvn -Pdrill`). Of each the operator sees: exit code 3, and the script starts the host again \
            (`ScriptRestartTest`); ERROR `the host had run out of memory while it called plugin …: the plugin is disabled`; the plugin is \
            `REFUSED` among the plugins, in `missing` of `/health/ready` and on the operator's page, with the command that enables it. No \
            acknowledged step is missing.

            | call | what happens to applications | after `./housing plugins enable NAME` | the others |
            |---|---|---|---|
            | `AgencyCheck.check` | the plugin's slots wait | it is asked again, each finding once | 8 of 8 other agencies are asked again \
            and answer |
            | `IntakeChannel.deliver` | go on; their papers wait | the papers are handed over | 9 of 9 agencies are asked again and answer |
            | `EligibilityPolicy.judge` | are judged by the reader of packs that travels in the host | are judged by the plugin | 9 of 9 \
            agencies are asked again and answer |
            | `PublicityOutlet.post` | the notice that was being posted is shown, once, by the outlet of that code that serves besides | the \
            next notice is shown by the plugin | 9 of 9 agencies are asked again and answer |

            In one heap more cannot be promised: which plugin is to blame is read from what the threads of its calls had allocated, noted \
            fifty times a second. A plugin that hoards memory outside of its calls may have another one named. Code that you do not trust \
            belongs behind `agency-http`.

            ## Not in the table

            - **Reading the whole store** (`snapshot`, for plans and backups) takes its time on the caller's thread.
            - **The product's own reader of packs** computes within bounds and is asked on the caller's thread.
            - Code that ignores the interrupt keeps its thread until the next start; of one agency's check there are never more than
              `callsAtOnce` such threads.
            """;

    private FaultPage() {}

    static void mustRead(Map<FaultMatrixTest.Kind, Map<Fault, Cell>> seen) throws IOException {
        String text = text(seen);
        if ("update".equals(System.getProperty("housing.golden"))) {
            Files.writeString(PAGE, text, UTF_8);
        }
        assertThat(PAGE)
                .as("docs/faults.md differs from what was seen; if that is meant, run with -Dhousing.golden=update")
                .content(UTF_8)
                .isEqualTo(text);
    }

    private static String text(Map<FaultMatrixTest.Kind, Map<Fault, Cell>> seen) {
        StringBuilder page = new StringBuilder("""
                # Faults of plugins

                What the operator sees, what happens to the application that is hit, and that the others go on. Made by `FaultMatrixTest`,
                which commits every fault by a bundle in a real host; lines of the log are in the form of the table of alarms in
                [operate.md](operate.md); each names the plugin or its edition; blame MODULE. A dash: the fault has no meaning there.
                """);
        seen.forEach((kind, cells) -> {
            page.append("\n## ")
                    .append(kind.title())
                    .append("\n\n| fault | what the operator sees | the application | the others |\n");
            page.append("|---|---|---|---|\n");
            cells.forEach((fault, cell) -> page.append("| %s | %s | %s | %s |\n"
                    .formatted(fault.words(), cell.operator(), cell.application(), cell.others())));
        });
        return page.append(MEMORY).toString();
    }
}
