package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A plan on a terminal. */
final class PlanText {
    private static final String[] KINDS = {"SAME", "BETTER", "WORSE", "AMOUNT", "UNKNOWN", "NOT_JUDGED"};
    private static final int MOST_LINES = 20;
    private final List<String> lines = new ArrayList<>();

    private PlanText() {}

    static List<String> of(JsonNode plan) {
        PlanText text = new PlanText();
        text.head(plan);
        text.needs(plan);
        plan.path("pack").path("editions").forEach(text::edition);
        text.add(
                "WILL NOT HAPPEN",
                "other bundles refreshed 0 · inquiries asked again 0 · deadlines moved 0"
                        + (changesEditions(plan) ? "" : " · notices withdrawn 0"));
        text.add(
                "files",
                "plans/%s/{plan.html,flips.csv}".formatted(plan.path("id").asText()));
        plan.path("refused").forEach(reason -> text.add("REFUSED", reason.asText()));
        return text.lines;
    }

    /** Where the edition of an application changes, a notice may have to be taken down. */
    private static boolean changesEditions(JsonNode plan) {
        return StreamSupport.stream(plan.path("pack").path("editions").spliterator(), false)
                .anyMatch(edition ->
                        edition.at("/outcome/treatments/OPEN/CHANGES").asLong() > 0);
    }

    private void add(String what, String says) {
        lines.add("  %-16s %s".formatted(what, says));
    }

    private void head(JsonNode plan) {
        JsonNode module = plan.path("module");
        lines.add("plan %s   %s   operator %s   good for 60 min, or until a counted thing changes"
                .formatted(
                        plan.path("id").asText(),
                        plan.path("at").asText(),
                        plan.path("operator").asText()));
        add(
                plan.path("back").asBoolean()
                        ? "back to"
                        : module.path("kind").asText().toLowerCase(java.util.Locale.ROOT),
                "%s %s   sha256:%s   %s"
                        .formatted(
                                module.path("name").asText(),
                                module.path("version").asText(),
                                module.path("sha256").asText(),
                                module.path("signer").asText()));
        String since = plan.path("since").asText("");
        if (plan.path("since").isTextual()) {
            add(
                    "received since",
                    since.equals("PIN") ? "keep their edition" : "those open are judged by the one gone back to");
        }
        add("replaces", texts(plan.path("leaving"), "nothing"));
    }

    private void needs(JsonNode plan) {
        plan.path("unmet").forEach(need -> add("NEEDS", need.asText()));
        plan.path("use")
                .forEach(use -> add(
                        "DEPENDS ON " + use.path("stamp").asText(),
                        "inquiries not answered %d, of these promised for later %d (tickets kept)"
                                .formatted(
                                        use.path("open").asLong(),
                                        use.path("promised").asLong())));
        plan.path("checks").forEach(check -> {
            String gained = texts(check.path("gained"), "");
            String fields = texts(check.path("moreFields"), "");
            if (!gained.isEmpty() || !fields.isEmpty()) {
                add(
                        "check " + check.path("check").asText(),
                        "supplies also: %s; reads also: %s".formatted(gained, fields));
            }
        });
    }

    private void edition(JsonNode edition) {
        add(
                "edition",
                "%s %s   after %s   in force %s   open applications: %s   received since that day: %s"
                        .formatted(
                                edition.path("pack").asText(),
                                edition.path("version").asText(),
                                edition.path("before").asText("nothing"),
                                edition.path("effectiveFrom").asText(),
                                edition.path("transition").asText(),
                                edition.path("receivedBetween").asText()));
        add(
                "touches",
                "%d of %d checks installed; new documents: %s"
                        .formatted(
                                edition.path("checksInstalled").asInt(),
                                edition.path("checksWanted").asInt(),
                                texts(edition.path("newDocuments"), "none")));
        StreamSupport.stream(edition.path("lines").spliterator(), false)
                .limit(MOST_LINES)
                .forEach(line -> add(
                        "differs",
                        "line %d  %s   %s → %s"
                                .formatted(
                                        line.path("line").asInt(),
                                        line.path("path").asText(),
                                        line.path("before").asText(),
                                        line.path("after").asText())));
        outcome(edition.path("outcome"));
    }

    private void outcome(JsonNode outcome) {
        if (outcome.isMissingNode() || outcome.isNull()) {
            add("outcome", "this site does not judge by this pack; no application was judged");
            return;
        }
        lines.add("  %-16s %9s %9s %9s %9s %9s %10s %9s"
                .formatted("OUTCOME", "same", "better", "worse", "amount", "unknown", "not judged", "total"));
        for (String group : new String[] {"OPEN", "DECIDED"}) {
            JsonNode kinds = outcome.path("counts").path(group);
            long total = 0;
            Object[] cells = new Object[KINDS.length + 2];
            cells[0] = group.toLowerCase(java.util.Locale.ROOT);
            for (int i = 0; i < KINDS.length; i++) {
                long count = kinds.path(KINDS[i]).asLong();
                cells[i + 1] = count;
                total += count;
            }
            cells[KINDS.length + 1] = total;
            lines.add("  %-16s %,9d %,9d %,9d %,9d %,9d %,10d %,9d".formatted(cells));
        }
        outcome.path("treatments")
                .properties()
                .forEach(group -> add(
                        "edition of " + group.getKey().toLowerCase(java.util.Locale.ROOT),
                        "keep theirs %,d   judged by this one %,d   a supervisor decides %,d"
                                .formatted(
                                        group.getValue().path("STAYS").asLong(),
                                        group.getValue().path("CHANGES").asLong(),
                                        group.getValue().path("TO_DECIDE").asLong())));
        outcome.path("byClause").properties().forEach(clause -> add("by clause", clause(clause)));
    }

    private static String clause(Map.Entry<String, JsonNode> clause) {
        return "%s %,d".formatted(clause.getKey(), clause.getValue().asLong());
    }

    private static String texts(JsonNode array, String none) {
        String all = StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? none : all;
    }
}
