package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.fake.FakeSigner;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.host.readme.Guide;
import picocli.CommandLine;

/** docs/operate.md, taken at its word: its files are in force in a host, its commands run, its lists are the program's. */
@Timeout(120)
class OperateGuideTest {
    private static final Guide GUIDE = Guide.of("docs/operate.md");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName("a host starts on the files of the guide, and its health and figures are as listed")
    void filesAreInForce() throws Exception {
        Path data = data();
        Map<String, String> files = files();
        assertThat(files).hasSize(7);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(data.resolve(file.getKey()), file.getValue());
        }
        try (HousingHost host = HousingHost.in(data)
                .http(0)
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            assertThat(host.engine().installedChecks())
                    .anyMatch(check -> check.startsWith("tax: org.onevisit.housing.agency-http@"))
                    .anyMatch(check -> check.startsWith("real-estate: org.onevisit.housing.agency-files@"))
                    .anyMatch(check -> check.startsWith("housing: org.onevisit.housing.agency-worklist@"));
            URI address = host.address().orElseThrow();
            assertThat(get(address, "/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(address, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            String sample = GUIDE.blocks("json").get(files.size());
            assertThat(JSON.readTree(ready.body()).fieldNames()).toIterable().containsExactlyElementsOf(names(sample));
            String figures = get(address, "/metrics").body();
            TreeSet<String> served = new TreeSet<>(found(figures, "^# TYPE (\\S+)"));
            assertThat(new TreeSet<>(found(GUIDE.text(), "`((?:housing|jvm)_[a-z_]+)`")))
                    .allMatch(name -> served.contains(name) || served.contains(name.replaceAll("_total$", "")))
                    .hasSameSizeAs(served);
        }
    }

    private static List<String> names(String json) throws IOException {
        List<String> names = new ArrayList<>();
        JSON.readTree(json).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Files of the guide by their path. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Pattern.compile("`(etc/[^`]+\\.json)`[^`]*\n```json\n(.*?)```", Pattern.DOTALL)
                .matcher(GUIDE.text())
                .results()
                .forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    /** A plan as the guide names it. */
    private static final String PLAN = "7f3a-91c2";

    @Test
    @DisplayName("every command of the guide runs; what starts a host is understood")
    void commandsRun() throws Exception {
        DataFolder site = new DataFolder(data());
        try (HousingHost host = HousingHost.in(site.root())
                .pack("pinghu")
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            assertThat(host.missing()).isNotEmpty();
        }
        Path vendor = FakeSigner.named("CN=Vendor").make().into(folder.resolve("tmp"));
        Files.move(vendor, vendor.resolveSibling("vendor.pem"));
        System.setProperty("housing.home", VerifyCommandTest.home(folder).toString());
        // restore wants the list of what was erased: here one application of years ago, which no store holds any more
        Files.writeString(
                site.erasures(), "330482-20150105-000001 " + "ab".repeat(32) + " 2026-01-05T01:00:00Z li-3\n");
        int count = 0;
        for (String block : GUIDE.blocks("sh")) {
            if (block.contains("./housing erase ")) {
                continue; // ErasureHostTest runs these, on an application that was kept for its years
            }
            boolean changes = block.contains("./housing plan ");
            count += changes ? inARunningHost(block, site) : runs(block, site);
        }
        assertThat(count).isGreaterThanOrEqualTo(8);
        assertThat(out.toString()).contains("One-time password", "NOT among them", "restored to");
        assertThat(folder.resolve("srv/restored/store/housing.db")).exists();
    }

    /** Changes go to a host that runs. */
    private int inARunningHost(String block, DataFolder site) throws Exception {
        Files.writeString(site.etc().resolve("host.json"), "{\"secondOperator\": false, \"trust\": \"unsigned\"}");
        Path pack = folder.resolve("pinghu-2026.2.jar");
        String text = Repacked.text("pack-pinghu", "pack.yaml").replace("\"2018.1\"", "\"2026.2\"");
        Files.write(pack, Repacked.jar("pack-pinghu", "2026.2.0", Map.of("pack.yaml", text)));
        try (HousingHost host = HousingHost.in(site.root())
                .pack("pinghu")
                .http(0)
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            Files.writeString(site.address(), host.address().orElseThrow().toString());
            int count = runs(
                    block.replace(
                            "pinghu-2026.2.jar",
                            pack.toString().substring(folder.toString().length())),
                    site);
            assertThat(out.toString()).contains("OUTCOME", "record: plans/", "back to");
            assertThat(host.plugins())
                    .filteredOn(plugin -> plugin.name().equals("org.onevisit.housing.pack-pinghu"))
                    .extracting(plugin -> plugin.version())
                    .containsExactly("2026.2.0");
            return count;
        } finally {
            Files.delete(site.address());
        }
    }

    private int runs(String block, DataFolder site) {
        int count = 0;
        for (String line : block.strip().split("\n")) {
            List<String> words = words(line, site);
            if (words.get(0).equals("run")) {
                new CommandLine(new RunCommand())
                        .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            } else {
                found(out.toString(), "^plan (\\S+)")
                        .forEach(id -> words.replaceAll(word -> word.equals(PLAN) ? id : word));
                int code =
                        Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
                assertThat(code).as(line + " " + err).isEqualTo(words.get(0).equals("status") ? 1 : 0);
            }
            count++;
        }
        return count;
    }

    @Test
    @DisplayName("the commands of the README are understood")
    void readmeCommands() throws Exception {
        Object demo = Class.forName("org.onevisit.housing.host.demo.DemoCommand")
                .getDeclaredConstructor()
                .newInstance();
        Map<String, CommandLine> commands =
                Map.of("run", new CommandLine(new RunCommand()), "demo", new CommandLine(demo));
        List<String> lines = found(String.join("", Guide.of("README.md").blocks("sh")), "^\\./housing ([^#\n]+)");
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            Objects.requireNonNull(commands.get(words[0])).parseArgs(Arrays.copyOfRange(words, 1, words.length));
        }
    }

    /** A line of the guide, with its folders below this test's. */
    private List<String> words(String line, DataFolder site) {
        assertThat(line).startsWith("./housing ");
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")).subList(1, line.split(" ").length));
        words.replaceAll(word -> word.equals("/srv/housing")
                ? site.root().toString()
                : word.equals("/safe/master.key")
                        ? site.keyFile().toString()
                        : word.equals("/safe/checkpoint.pub")
                                ? site.root().resolve("checkpoint.pub").toString()
                                : word.startsWith("/") ? folder + word : word);
        if (!words.contains("--data") && !words.get(0).equals("verify")) {
            words.add("--data");
            words.add(site.root().toString());
        }
        return words;
    }

    @Test
    @DisplayName("the table of the data folder names what a host leaves there, and nothing else")
    void dataFolder() throws IOException {
        Path data = data();
        TreeSet<String> seen = new TreeSet<>();
        try (HousingHost host = HousingHost.in(data)
                        .pack("pinghu")
                        .http(0)
                        .patience(Duration.ofMillis(200))
                        .evenIncomplete()
                        .start();
                Stream<Path> files = Files.list(data)) {
            assertThat(host.address()).isPresent();
            files.forEach(file -> seen.add(file.getFileName().toString()));
        }
        String table = GUIDE.text()
                .substring(GUIDE.text().indexOf("| in it |"), GUIDE.text().indexOf("## Config"));
        List<String> listed = found(table, "`([a-z.]+)`");
        assertThat(listed).containsAll(seen);
        // made by what this test does not do: an account, a module, a host of the command line; a demo has a clock
        // besides
        assertThat(listed)
                .filteredOn(name -> !seen.contains(name))
                .containsExactlyInAnyOrder("housing.db", "accounts.json", "modules.json", "housing.url", "crash.json");
    }

    @Test
    @DisplayName("the table of alarms has a row for every warning and error that the program can log")
    void everyAlarmHasARow() throws IOException {
        TreeSet<String> logged = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Guide.REPOSITORY)) {
            for (Path file : all.filter(f -> f.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("testkit"))
                    .toList()) {
                String source = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                Pattern.compile("(?:LOG|log)\\.(warn|error)\\(\\s*\"([^\"]+)\"")
                        .matcher(source)
                        .results()
                        .forEach(line -> logged.add(line.group(1).toUpperCase(Locale.ROOT) + " "
                                + line.group(2).replace("{}", "…")));
            }
        }
        TreeSet<String> rows = new TreeSet<>();
        Pattern.compile("^\\| (ERROR|WARN) \\| `([^`]+)` \\| [^|]{3,} \\| [^|]{3,} \\|$", Pattern.MULTILINE)
                .matcher(GUIDE.text())
                .results()
                .forEach(row -> rows.add(row.group(1) + " " + row.group(2)));
        assertThat(logged).hasSizeGreaterThan(30);
        assertThat(rows).isEqualTo(logged);
    }

    private Path data() throws IOException {
        Path data = folder.resolve("data");
        new DataFolder(data).create();
        return data;
    }

    private static HttpResponse<String> get(URI address, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}
