package org.onevisit.housing.core.flow;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.GoldenPage;
import org.onevisit.housing.core.flow.FlowTable.Row;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;

/** {@code docs/flow.md} is made from the table. */
class FlowDocTest {
    private static final String INTRODUCTION = """
            # The flow

            Four stages, and nobody can add a fifth. One row of the table is one step and one trigger with one target; every pair
            that is no row is refused with `ILLEGAL_TRANSITION`. What CORE raises follows in the same commit as its cause, what
            TIME raises falls due; nobody can send those.

            This page is made from `FlowTable`; after a change run `mvn -pl housing-core -am test -Dtest=FlowDocTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dhousing.golden=update`.

            """;

    @Test
    @DisplayName("docs/flow.md shows the table")
    void pageShowsTheTable() throws IOException {
        GoldenPage.mustRead("flow.md", INTRODUCTION + picture() + table());
    }

    /** Rows that lead from one step to another; ends that every open step has are told once. */
    private static String picture() {
        StringBuilder page = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> RECEIVED: SUBMIT\n");
        for (Stage stage : Stage.values()) {
            page.append("    state ").append(stage).append(" {\n");
            for (Step step : Step.values()) {
                if (step.stage().filter(stage::equals).isPresent()) {
                    page.append("        ").append(step).append('\n');
                }
            }
            page.append("    }\n");
        }
        arrows().forEach((arrow, triggers) -> page.append("    ")
                .append(arrow)
                .append(": ")
                .append(String.join(", ", triggers))
                .append('\n'));
        for (Step step : Step.values()) {
            page.append(step.isOpen() ? "" : "    " + step + " --> [*]\n");
        }
        return page.append("```\n\nEvery open step also leads to ")
                .append(everywhere().stream()
                        .map(trigger -> "`"
                                + FlowTable.row(Step.RECEIVED, trigger)
                                        .orElseThrow()
                                        .to() + "` by `" + trigger + "`")
                        .collect(Collectors.joining(" and to ")))
                .append(".\n\n")
                .toString();
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (Row row : FlowTable.all()) {
            if (row.from() != row.to() && !everywhere().contains(row.trigger())) {
                arrows.computeIfAbsent(row.from() + " --> " + row.to(), arrow -> new TreeSet<>())
                        .add(row.trigger().name());
            }
        }
        return arrows;
    }

    private static List<Trigger> everywhere() {
        return List.of(Trigger.WITHDRAW, Trigger.DISCONTINUE);
    }

    private static String table() {
        StringBuilder page = new StringBuilder("| stage | step | trigger | who | leads to |\n|---|---|---|---|---|\n");
        for (Row row : FlowTable.all()) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            row.from().stage().map(Stage::name).orElse("end"),
                            row.from(),
                            row.trigger(),
                            row.who().stream().map(Who::name).sorted().collect(Collectors.joining(", ")),
                            row.to() == row.from() ? "same" : row.to()));
        }
        return page.toString();
    }
}
