package org.onevisit.housing.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;

/** The README's agency plugin, taken at its word. */
class ReadmePluginTest {
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    @DisplayName("the plugin in the README is this one")
    void isThisOne(String readme) throws IOException {
        String source = Files.readString(
                Path.of("src", "test", "java", "org", "onevisit", "housing", "testkit", "readme", "ArchiveCheck.java"));
        String plugin = source.substring(source.indexOf("public record"), source.indexOf("// readme: end"))
                .strip();

        assertThat(Files.readString(Path.of("..", "..", readme))).contains("```java\n" + plugin + "\n```");
    }

    @Test
    @DisplayName("it answers for every person, and an archive without an entry is no home and no gap")
    void answers() {
        ArchiveCheck check = new ArchiveCheck(id -> id.endsWith("4") ? OptionalInt.of(1) : OptionalInt.empty());
        KitInquiry inquiry = KitInquiry.of(check.profile()).persons(3).build();

        Reply.Now reply = (Reply.Now) check.check(inquiry);

        assertThat(reply.finding().answers()).hasSize(3);
        assertThat(reply.finding().answers().values())
                .allMatch(answer -> answer instanceof Answer.NothingOnRecord
                        || (answer instanceof Answer.Facts facts
                                && facts.facts().containsKey(FactKey.HOME_COUNT)));
    }

    @Test
    @DisplayName("an archive that does not answer is unreachable, and is never taken for a no")
    void unreachable() {
        ArchiveCheck check = new ArchiveCheck(id -> {
            throw new UncheckedIOException(new IOException("connect timed out"));
        });
        KitInquiry inquiry = KitInquiry.of(check.profile()).persons(1).build();

        assertThatThrownBy(() -> check.check(inquiry)).isInstanceOf(AgencyUnreachableException.class);
    }
}
