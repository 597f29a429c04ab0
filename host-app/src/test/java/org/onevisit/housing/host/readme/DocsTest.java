package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages point at is there, what they show as code is code that a test runs, and both READMEs say the same. */
class DocsTest {
    static List<Guide> pages() throws IOException {
        List<Guide> pages = new ArrayList<>();
        for (String folder : List.of(".", "docs", "host-app/src/dist/samples", "plugins/agency-http")) {
            try (Stream<Path> files = Files.list(Guide.REPOSITORY.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .map(Guide::new)
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    @Test
    @DisplayName("the pages are found")
    void pagesAreFound() throws IOException {
        assertThat(pages())
                .extracting(page -> page.file().getFileName().toString())
                .hasSizeGreaterThan(14)
                .contains("README.md", "README.zh-CN.md", "embed.md", "operate.md", "promises.md", "journal-format.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("every link of a page leads somewhere")
    void linksResolve(Guide page) throws IOException {
        Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)")
                .matcher(page.text())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .forEach(link -> assertThat(page.file().resolveSibling(link))
                        .as("%s in %s", link, page.file())
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("every test that a page names is there")
    void testsAreThere(Guide page) throws IOException {
        Set<String> named = Pattern.compile("\\b([A-Z][A-Za-z]+Test)\\b")
                .matcher(page.text())
                .results()
                .map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tests().keySet()).as(page.file().toString()).containsAll(named);
    }

    @Test
    @DisplayName("every line of the promises names a test")
    void everyPromiseHasATest() throws IOException {
        String text = Guide.of("docs/promises.md").text();
        List<String> rows = text.substring(0, text.indexOf("## Not promised"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30).allMatch(row -> row.matches(".*\\| (`[A-Za-z]+Test`(, )?)+ \\|"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("every Java line of a page is a line of a test")
    void javaIsRun(Guide page) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path test : tests().values()) {
            sources.add(squeeze(Files.readString(test)));
        }
        for (String block : page.blocks("java")) {
            assertThat(sources)
                    .as("a test with these lines of %s:%n%s", page.file(), block)
                    .anyMatch(source -> source.contains(squeeze(block)));
        }
    }

    @Test
    @DisplayName("both READMEs show the same code and commands, in the same order, and link the same guides")
    void readmesAgree() throws IOException {
        Guide english = Guide.of("README.md");
        Guide chinese = Guide.of("README.zh-CN.md");
        for (String language : List.of("java", "sh", "json")) {
            assertThat(withoutRemarks(chinese.blocks(language)))
                    .as(language)
                    .isEqualTo(withoutRemarks(english.blocks(language)));
        }
        assertThat(english.blocks("java")).hasSize(2);
        assertThat(english.blocks("sh")).isNotEmpty();
        assertThat(guides(chinese)).hasSizeGreaterThan(5).isEqualTo(guides(english));
        assertThat(chinese.text().lines().filter(line -> line.startsWith("## ")).count())
                .as("sections")
                .isEqualTo(english.text()
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .count());
    }

    /** Shell lines may be explained in either language. */
    private static List<String> withoutRemarks(List<String> blocks) {
        return blocks.stream().map(block -> block.replaceAll(" +# .*", "")).toList();
    }

    private static Set<String> guides(Guide page) throws IOException {
        return Pattern.compile("\\((docs/[a-z-]+\\.md)\\)")
                .matcher(page.text())
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> all = Files.walk(Guide.REPOSITORY)) {
            return all.filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (first, second) -> first));
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}
