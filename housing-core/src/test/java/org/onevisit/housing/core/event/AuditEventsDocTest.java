package org.onevisit.housing.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.GoldenPage;

/** {@code docs/audit-events.md} is made from the event types: what each one is, its Javadoc says. */
class AuditEventsDocTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String INTRODUCTION = """
            # What stands in the journal

            Each application has a journal, a chain of events; nothing is ever changed in it. The header of an event is clear: when,
            which type, the step after it, who did it (an actor's id, or `system`), plugin and version that answered. Events marked
            "facts" also name the facts that came, and events marked "outcomes" carry codes: a check, a seat, a reason. The content
            is sealed, and goes with the key when an application is erased. No header holds personal data.

            A name is never used for anything else. This page is made from `EventTypes`; after a change run `mvn -pl housing-core
            -am test -Dtest=AuditEventsDocTest -Dsurefire.failIfNoSpecifiedTests=false -Dhousing.golden=update`.

            | name | what happened | facts | outcomes |
            |---|---|---|---|
            """;

    @Test
    @DisplayName("docs/audit-events.md lists every type of event")
    void pageListsTheEvents() throws Exception {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (var type : EventTypes.all().entrySet()) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            type.getKey(),
                            meaning(type.getValue()),
                            tells(type.getValue(), "facts"),
                            tells(type.getValue(), "outcomes")));
        }
        GoldenPage.mustRead("audit-events.md", page.toString());
    }

    private static String tells(Class<? extends Event> type, String what) throws NoSuchMethodException {
        return type.getMethod(what).getDeclaringClass() == Event.class ? "" : "yes";
    }

    private static String meaning(Class<? extends Event> type) throws IOException {
        Class<?> file = type.getEnclosingClass();
        Path source = SOURCES.resolve(file.getName().replace('.', '/') + ".java");
        Matcher javadoc = Pattern.compile("/\\*\\*\\s([^*]*?)\\s\\*/\\s+public record " + type.getSimpleName() + "\\(")
                .matcher(Files.readString(source, UTF_8));
        if (!javadoc.find()) {
            throw new IllegalStateException(type.getSimpleName() + " has no Javadoc of one line");
        }
        return javadoc.group(1).replaceAll("\\{@code ([^}]*)}", "`$1`");
    }
}
