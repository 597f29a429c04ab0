package org.onevisit.housing.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document that packs' and plugins' authors read is the catalogue itself. */
class FactCatalogueDocTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "facts.md");
    private static final Path SOURCE = Path.of("src/main/java/org/onevisit/housing/model/FactKey.java");

    @Test
    @DisplayName("docs/facts.md lists the catalogue as it is")
    void theDocumentIsTheCatalogue() throws Exception {
        String now = document();
        if ("update".equals(System.getProperty("housing.golden"))) {
            Files.writeString(DOCUMENT, now, UTF_8);
        }
        assertThat(DOCUMENT)
                .as("missing: run with -Dhousing.golden=update and commit it")
                .exists();
        assertThat(Files.readString(DOCUMENT, UTF_8))
                .as("run with -Dhousing.golden=update and commit the difference")
                .isEqualTo(now);
    }

    @Test
    @DisplayName("a key is found by its name, stands once, and every constant is in the catalogue")
    void theCatalogueIsWhole() throws Exception {
        assertThat(FactKey.catalogue()).doesNotHaveDuplicates().hasSizeGreaterThan(25);
        assertThat(FactKey.catalogue())
                .allSatisfy(key -> assertThat(FactKey.named(key.name())).contains(key));
        for (var field : FactKey.class.getFields()) {
            assertThat(FactKey.catalogue()).contains((FactKey) field.get(null));
        }
        assertThat(Files.exists(SOURCE)).isTrue();
        assertThat(FactKey.catalogue()).extracting(FactKey::name).doesNotContain("x-330482.word");
        assertThat(FactKey.ownKey(Division.of("330482"), "rent.arrears", "欠租", FactType.MONEY, FactKey.Subject.PERSON))
                .hasToString("x-330482.rent.arrears");
    }

    private static String document() throws Exception {
        String source = Files.readString(SOURCE, UTF_8);
        String rows = FactKey.catalogue().stream().map(key -> row(key, source)).collect(joining());
        return """
                # Facts

                What an agency can be asked for. The list is closed, so that packs and plugins of different makers mean the same
                thing; it is written by a test from `FactKey`, so change it there. A county's own fact begins with
                `x-<division>.` and is made by `FactKey.ownKey`.

                | name | 中文 | about | type and unit | what it says |
                |---|---|---|---|---|
                """ + rows;
    }

    private static String row(FactKey key, String source) {
        return "| `" + key.name() + "` | " + key.chinese() + " | " + about(key) + " | " + unit(key.type()) + " | "
                + meaning(key, source) + " |\n";
    }

    private static String about(FactKey key) {
        return key.subject() == FactKey.Subject.PERSON ? "person" : "household";
    }

    private static String unit(FactType type) {
        return switch (type) {
            case MONEY -> "money, yuan to the fen";
            case AREA -> "area, square metres to two decimals";
            case COUNT -> "count";
            case MONTHS -> "full months";
            case FLAG -> "`true` or `false`";
            case DATE -> "date, ISO 8601";
            case CODE -> "code";
        };
    }

    /** The comment of the constant, which stands before the line that has the name. */
    private static String meaning(FactKey key, String source) {
        var comment = Pattern.compile("/\\*\\* (?<text>[^*]*?) \\*/\\s*public static final FactKey \\w+ =\\s*key\\(\""
                        + Pattern.quote(key.name()) + "\"")
                .matcher(source);
        assertThat(comment.find()).as("comment of " + key).isTrue();
        return comment.group("text").replaceAll("\\s+", " ");
    }
}
