package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.example.registry.RegistryCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** docs/write-a-plugin.md, taken at its word: the plugin is made a bundle, laid into the in-tray, asked, and answers. */
@Timeout(120)
class WriteAPluginGuideTest {
    private static final Guide GUIDE = Guide.of("docs/write-a-plugin.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "org", "example", "registry");
    private static final Charset REGISTRYS = Charset.forName("GB18030");

    @TempDir
    Path folder;

    @Test
    @DisplayName("the classes of the guide are those that are tested")
    void classesAreThese() throws IOException {
        assertThat(GUIDE.blocks("java"))
                .containsExactly(
                        Files.readString(SOURCES.resolve("RegistryCheck.java")),
                        Files.readString(SOURCES.resolve("RegistryFolder.java")),
                        Files.readString(SOURCES.resolve("RegistryCheckTest.java")));
    }

    @Test
    @DisplayName("built as the guide says it goes through the in-tray, is asked and answers by file")
    void throughTheTray() throws Exception {
        Path registry = folder.resolve("registry");
        Files.createDirectories(registry.resolve("questions"));
        Files.createDirectories(registry.resolve("answers"));
        FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");
        Path data = Files.createDirectories(folder.resolve("data"));
        try (HousingHost host = Histories.site(data, clock, Set.of("real-estate"))
                .trustUnsigned()
                .patience(Duration.ofMillis(500))
                .evenIncomplete()
                .start()) {
            assertThat(host.missing()).singleElement().asString().contains("real-estate");
            Files.writeString(
                    data.resolve("etc/org.example.registry.json"),
                    GUIDE.block("json").replace("/tmp/registry", registry.toString()));
            bundle(data.resolve("plugins").resolve("registry-1.0.0.jar"));
            host.scanTrays();
            host.scanTrays();
            assertThat(data.resolve("plugins").resolve("registry-1.0.0.jar.ok")).exists();
            assertThat(host.missing()).isEmpty();
            assertThat(host.engine().installedChecks()).contains("real-estate: org.example.registry@1.0.0");

            ApprovalService clerk =
                    host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482"), "citywide"));
            String sample = Files.readString(Path.of("src", "dist", "samples", "accepted.json"));
            ApplicationNumber number =
                    clerk.submit(host.readSubmission(sample), "").number();
            clerk.accept(number);
            assertThat(clerk.find(number).step()).isEqualTo(Step.CHECKING);
            answer(registry);
            clock.pass(Duration.ofDays(3));
            host.runDue();
            assertThat(clerk.find(number).step()).isEqualTo(Step.REVIEWING);
            assertThat(clerk.journal(number))
                    .filteredOn(entry -> entry.facts().contains(FactKey.HOME_FLOOR_AREA.name()))
                    .extracting("stamp")
                    .containsExactly("org.example.registry@1.0.0");
        }
    }

    /** Answers for everybody who was asked about. */
    private static void answer(Path registry) throws IOException {
        try (Stream<Path> questions = Files.list(registry.resolve("questions"))) {
            Path question = questions.findFirst().orElseThrow();
            List<String> answers = Files.readAllLines(question, REGISTRYS).stream()
                    .map(line -> line.split(";")[0] + ";2026-11-27;0;0.00")
                    .toList();
            assertThat(answers).hasSize(3);
            Files.write(registry.resolve("answers").resolve(question.getFileName()), answers, REGISTRYS);
        }
    }

    /** What bnd makes of the guide's bnd.bnd and the compiled classes. */
    private void bundle(Path jar) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/org/example/registry"));
        Path compiled =
                Path.of(RegistryCheck.class.getResource("RegistryCheck.class").toURI());
        try (Stream<Path> all = Files.list(compiled.resolveSibling("."))) {
            for (Path file : all.filter(f -> !f.toString().contains("Test")).toList()) {
                Files.copy(file, classes.resolve(file.getFileName()));
            }
        }
        try (Builder builder = new Builder()) {
            Properties settings = new Properties();
            settings.load(new StringReader(GUIDE.block("properties")));
            builder.setProperties(settings);
            builder.setProperty("-includeresource", folder.resolve("classes").toString());
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (new File(entry).isFile() || entry.contains("housing-api")) {
                    builder.addClasspath(new File(entry));
                }
            }
            Jar built = builder.build();
            assertThat(builder.getErrors()).isEmpty();
            built.write(jar.toFile());
        }
    }

    @Test
    @DisplayName("the pom of the guide takes what this build takes, in the same versions")
    void pomIsOfThisBuild() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new StringReader(GUIDE.block("xml"))));
        String root = Files.readString(Guide.REPOSITORY.resolve("pom.xml"));
        var artifacts = pom.getElementsByTagName("artifactId");
        for (int i = 1; i < artifacts.getLength(); i++) {
            Element dependency = (Element) artifacts.item(i).getParentNode();
            String artifact = artifacts.item(i).getTextContent();
            String version = dependency.getElementsByTagName("version").item(0).getTextContent();
            assertThat(version).as(artifact).isEqualTo(versionOf(artifact, root));
        }
    }

    private static String versionOf(String artifact, String root) {
        String own = first(root, "<artifactId>housing</artifactId>\\s*<version>([^<]+)<");
        if (artifact.equals("housing-api") || artifact.equals("testkit")) {
            return own;
        }
        String version = first(root, "<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>([^<]+)<");
        return version.startsWith("${")
                ? first(root, "<" + version.substring(2, version.length() - 1) + ">([^<]+)<")
                : version;
    }

    private static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    @DisplayName("the guide lists every rule of the contract in its words")
    void rulesAreListed() throws IOException {
        String contract = Files.readString(Guide.REPOSITORY.resolve("plugins/testkit/src/main/java/org/onevisit/housing"
                + "/testkit/verification/AgencyCheckContract.java"));
        List<String> rules = Pattern.compile("@DisplayName\\(\"(V-\\d\\d) ([^\"]+)\"\\)")
                .matcher(contract)
                .results()
                .map(rule -> "| " + rule.group(1) + " | " + rule.group(2) + " |")
                .toList();
        assertThat(rules).hasSize(12);
        assertThat(GUIDE.text()).contains(rules);
    }

    @Test
    @DisplayName("what the guide says of a refusal, the host says")
    void refusalsAreTheHosts() throws IOException {
        StringBuilder host = new StringBuilder();
        for (String room : List.of("tray", "trust")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/onevisit/housing/host", room))) {
                for (Path file : files.toList()) {
                    host.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
                }
            }
        }
        String table = GUIDE.text().substring(GUIDE.text().indexOf("| `.refused` says"));
        List<String> refusals = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(refusals).hasSize(9);
        assertThat(host.toString()).contains(refusals);
    }
}
