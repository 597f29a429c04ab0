package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.event.EventTypes;
import org.onevisit.housing.host.trust.Distrust;
import org.onevisit.housing.process.Step;

/** The texts of the pages are whole in both languages. */
class TextsTest {
    private static final Set<String> CHINESE = keys("messages_zh.properties");
    private static final Set<String> ENGLISH = keys("messages.properties");

    @Test
    @DisplayName("what is said in one language is said in the other")
    void bothLanguages() {
        assertThat(CHINESE).hasSizeGreaterThan(300).isEqualTo(ENGLISH);
    }

    @Test
    @DisplayName("every event of the journal and every step has a name that a person understands")
    void everyName() {
        assertThat(CHINESE)
                .containsAll(EventTypes.all().keySet().stream()
                        .map(type -> "event." + type)
                        .toList())
                .containsAll(
                        Stream.of(Step.values()).map(step -> "step." + step).toList());
    }

    @Test
    @DisplayName(
            "every reason not to trust a module is said in both languages, on the page and in the plan that is printed")
    void everyDistrust() {
        String[] wanted =
                Stream.of(Distrust.values()).map(kind -> "distrust." + kind).toArray(String[]::new);
        assertThat(CHINESE).contains(wanted);
        for (String plan : List.of("messages.properties", "messages_zh.properties")) {
            assertThat(keys("/org/onevisit/housing/host/swap/" + plan)).contains(wanted);
        }
    }

    private static Set<String> keys(String name) {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
