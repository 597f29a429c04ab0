package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.OtherJvm;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.fake.Repacked;

/** The commands that change a module: what they print, and the code with which they exit; each code once from a process of its own. */
@Timeout(300)
class ChangeCommandsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String PACK = "org.onevisit.housing.pack-pinghu";
    private static final String PLUGIN = "org.onevisit.housing.agency-simulated";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    /** How a command ended. */
    private record Ended(int code, String said) {}

    private Ended run(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = Main.run(out, out, command(words));
        return new Ended(code, said.toString());
    }

    private String[] command(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
    }

    /** The same as a process of its own, with a password in its environment. */
    private Ended process(String... words) throws Exception {
        ProcessBuilder builder = OtherJvm.of(Main.class, command(words)).redirectErrorStream(true);
        builder.environment().put("HOUSING_PASSWORD", PASSWORD);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private String planned(Path file) throws Exception {
        Ended plan = run("plan", file.toString());
        assertThat(plan.code()).as(plan.said()).isEqualTo(DONE);
        Matcher id = Pattern.compile("^plan (\\S+)", Pattern.MULTILINE).matcher(plan.said());
        assertThat(id.find()).as(plan.said()).isTrue();
        return id.group(1);
    }

    private static String edition(HousingHost host) {
        return host.plugins().stream()
                .filter(plugin -> plugin.name().equals(PACK))
                .map(plugin -> plugin.version())
                .reduce((a, b) -> a + " and " + b)
                .orElseThrow();
    }

    private Path pack() throws IOException {
        return Files.writeString(
                folder.resolve("pinghu-2026.2.yaml"),
                Repacked.text("pack-pinghu", "pack.yaml").replace("\"2018.1\"", "\"2026.2\""));
    }

    @Test
    @DisplayName(
            "back: a pack only with --since, a plugin only without; refused with exit code 1, and nothing is planned")
    void backRefuses() throws Exception {
        try (HousingHost host = HousingHost.in(folder)
                .pack("pinghu")
                .http(0)
                .demo()
                .trustUnsigned()
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            Files.writeString(
                    new DataFolder(folder).address(),
                    host.address().orElseThrow().toString());
            assertThat(run("back", PACK, "--since", "pin").said()).contains("no earlier version of " + PACK);
            Path plugin = Files.write(folder.resolve("next.jar"), Repacked.jar("agency-simulated", "1.0.1"));
            for (Path file : List.of(pack(), plugin)) {
                Ended done = run("swap", "--plan", planned(file), "--watch", "0");
                assertThat(done.code()).as(done.said()).isEqualTo(DONE);
            }
            assertThat(edition(host)).contains("2026.2");
            long plans = plans();

            Ended silent = process("back", PACK);
            assertThat(silent.code()).as(silent.said()).isEqualTo(REFUSED);
            assertThat(silent.said()).contains(PACK + " is a pack", "--since pin", "--since rejudge");
            Ended judging = run("back", PLUGIN, "--since", "rejudge");
            assertThat(judging.code()).as(judging.said()).isEqualTo(REFUSED);
            assertThat(judging.said()).contains(PLUGIN + " is a plugin", "leave it out");
            assertThat(process("back", PACK, "--since", "sometimes").code()).isEqualTo(USAGE);
            assertThat(plans()).isEqualTo(plans);

            assertThat(run("back", PACK, "--since", "pin").code()).isEqualTo(DONE);
            assertThat(run("back", PLUGIN).code()).isEqualTo(DONE);
            assertThat(plans()).isEqualTo(plans + 2);
        }
    }

    /** How many plans have been made. */
    private long plans() throws IOException {
        try (Stream<Path> plans = Files.list(folder.resolve("plans"))) {
            return plans.filter(Files::isDirectory).count();
        }
    }

    @Test
    @DisplayName("a pack goes live when a second operator has confirmed it: not by a dry run, and not by who began it")
    void aPackNeedsTwo() throws Exception {
        new AccountBook(new DataFolder(folder).root().resolve("accounts.json"))
                .add("wu-1", AccountRole.OPERATOR, Scope.of("330482"), PASSWORD.toCharArray());
        try (HousingHost host = HousingHost.in(folder)
                .pack("pinghu")
                .http(0)
                .trustUnsigned()
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            Files.writeString(
                    new DataFolder(folder).address(),
                    host.address().orElseThrow().toString());
            String before = edition(host);
            String plan = planned(pack());

            Ended tried = run("swap", "--plan", plan, "--dry-run");
            assertThat(tried.code()).as(tried.said()).isEqualTo(DONE);
            assertThat(tried.said()).contains("nothing has changed");
            assertThat(edition(host)).isEqualTo(before);

            Ended begun = run("swap", "--plan", plan);
            assertThat(begun.code()).as(begun.said()).isEqualTo(DONE);
            assertThat(begun.said()).contains("a second operator has to confirm it");
            assertThat(edition(host)).isEqualTo(before);

            Ended alone = run("swap", "--plan", plan, "--confirm");
            assertThat(alone.code()).as(alone.said()).isEqualTo(REFUSED);
            assertThat(edition(host)).isEqualTo(before);

            Ended confirmed = process("swap", "--plan", plan, "--confirm", "--as", "wu-1");
            assertThat(confirmed.code()).as(confirmed.said()).isEqualTo(DONE);
            assertThat(edition(host)).isNotEqualTo(before).doesNotContain(" and ");

            Ended again = run("swap", "--plan", plan);
            assertThat(again.code()).as(again.said()).isEqualTo(REFUSED);
            assertThat(run("swap", "--plan", "none-here").code()).isEqualTo(REFUSED);
            assertThat(run("swap").code()).isEqualTo(USAGE);
            assertThat(run("plan", folder.resolve("nothing.jar").toString()).code())
                    .isEqualTo(REFUSED);
        }
    }
}
