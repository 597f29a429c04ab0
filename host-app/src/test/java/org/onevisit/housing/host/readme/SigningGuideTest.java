package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.trust.Certificates;
import org.onevisit.housing.host.trust.Purpose;

/** How a module is signed, taken at its word: the guide's commands are run by the tools that they name. */
@Timeout(120)
class SigningGuideTest {
    private static final Guide GUIDE = Guide.of("docs/operate.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    Path folder;

    @Test
    @DisplayName("what keytool and jarsigner make of a module by the guide is taken once the county trusts its maker")
    void signsAsTheGuideSays() throws Exception {
        Path jar = Files.write(
                folder.resolve("registry-1.0.0.jar"),
                new FakeBundle("org.example.registry", "1.0.0")
                        .text("a.txt", "a")
                        .jar());
        List<String> lines = GUIDE.block("bash").lines().toList();
        assertThat(lines).hasSize(3);
        Path data = folder.resolve("data");
        try (HousingHost host = Hosts.in(data).singleThread().start()) {
            Files.copy(jar, data.resolve("plugins/a.jar"));
            look(host);
            assertThat(data.resolve("plugins/a.jar.refused")).content().contains("it is not signed");
            for (String line : lines) {
                run(line);
            }
            new Certificates(data.resolve("etc/trust")).add(folder.resolve("vendor.pem"), Purpose.SIGNER);
            Files.copy(jar, data.resolve("plugins/b.jar"));
            look(host);
            assertThat(data.resolve("plugins/b.jar.ok"))
                    .content()
                    .contains("signed CN=Example Software, C=CN, trusted", "installed");
        }
    }

    private static void look(HousingHost host) {
        host.scanTrays();
        host.scanTrays();
    }

    private void run(String line) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        WORD.matcher(line).results().forEach(word -> words.add(word.group(1) == null ? word.group() : word.group(1)));
        words.set(
                0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
        words.addAll(words.size() > 1 ? List.of("-storepass", "geheim-2026") : List.of());
        if (words.get(0).endsWith("jarsigner")) {
            words.add(words.remove(words.indexOf("registry-1.0.0.jar"))); // options first
            words.add(words.remove(words.indexOf("vendor")));
        }
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        StringWriter said = new StringWriter();
        try (PrintWriter out = new PrintWriter(said)) {
            process.inputReader().lines().forEach(out::println);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(line + "\n" + said).isZero();
    }
}
