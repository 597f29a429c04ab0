package org.onevisit.housing.publicity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Both languages say the same, and a page asks for no text that is not there. */
class TextsTest {
    private static final Path FOLDER =
            Path.of("src", "main", "resources", "org", "onevisit", "housing", "publicity", "web");

    @Test
    @DisplayName("both languages have the same keys, and the Chinese are Chinese")
    void sameKeys() throws IOException {
        Properties english = read("messages.properties");
        Properties chinese = read("messages_zh.properties");
        assertThat(english.keySet()).hasSizeGreaterThan(100).isEqualTo(chinese.keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().matches("(?s).*\\p{IsHan}.*"));
        assertThat(chinese.values()).allMatch(text -> text.toString().matches("(?s).*\\p{IsHan}.*"));
    }

    @Test
    @DisplayName("every text that a page asks for by name is there")
    void everyNameIsThere() throws IOException {
        Set<Object> keys = read("messages.properties").keySet();
        for (String template : List.of("notices", "notice", "progress")) {
            Set<String> named = Pattern.compile("'([a-z]+(?:\\.[A-Za-z]+)+)'")
                    .matcher(Files.readString(FOLDER.resolve(template + ".peb")))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(named)
                    .as(template)
                    .isNotEmpty()
                    .isSubsetOf(keys.stream().map(Object::toString).toList());
        }
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
