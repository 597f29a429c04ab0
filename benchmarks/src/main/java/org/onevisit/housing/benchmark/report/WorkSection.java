package org.onevisit.housing.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onevisit.housing.benchmark.ours.OurStore.Part;
import org.onevisit.housing.benchmark.ours.WorkPerApplication.Count;

/** What our engine does for one application: promises about it, and a table of where the bytes are. */
public final class WorkSection {
    private static final double STATEMENTS = 30;
    private static final double KILO = 1024;
    private static final double BYTES = 5;
    private static final String CAUSE =
            "4 KB of clear headers, in which each answer names its facts; the explanation stands in two events and twice in the"
                    + " state";
    private final Count count;

    /** About what was counted. */
    public WorkSection(Count count) {
        this.count = count;
    }

    /** What was promised. */
    public List<Promise> promises() {
        double later = sum(count.later());
        return List.of(
                Promise.of(
                        "work/statements",
                        "statements for an application",
                        false,
                        STATEMENTS,
                        List.of(count.statements())),
                Promise.of(
                        "work/reads",
                        "reads from acceptance to decision, of which one looks for findings to recognise",
                        false,
                        1,
                        List.of(later)),
                Promise.of("work/retries", "retries when nine answers meet", false, 0, List.of(count.stale())),
                Promise.of(
                                "work/bytes",
                                "KB of event and state rows for an application, without the dossier's own event",
                                false,
                                BYTES,
                                List.of((count.rowBytes() - dossier()) / KILO))
                        .because(CAUSE));
    }

    private static double sum(Map<String, Double> reads) {
        return reads.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double dossier() {
        return count.parts().stream()
                        .filter(part ->
                                part.kind().equals("SUBMITTED") && part.column().equals("sealed"))
                        .mapToDouble(Part::bytes)
                        .sum()
                / count.applications();
    }

    /** The table. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f statements in %.1f transactions; reads: %.1f at the submission, %.1f after it.%n%n",
                count.statements(),
                count.commits(),
                sum(count.submission()),
                sum(count.later())));
        text.append(
                "| rows | how many | number, hashes | header or index columns | sealed |\n|---|---:|---:|---:|---:|\n");
        events().forEach((kind, parts) -> text.append(line(kind, parts)));
        text.append(line("state", of("application")));
        for (String table : List.of("claim", "found_under", "access")) {
            text.append(line(table + " (beside)", of(table)));
        }
        return text.append("\nBytes for one application. `SUBMITTED` holds the dossier.\n")
                .toString();
    }

    private Map<String, List<Part>> events() {
        Map<String, List<Part>> kinds = new LinkedHashMap<>();
        of("event").forEach(part -> kinds.computeIfAbsent(part.kind(), kind -> new ArrayList<>())
                .add(part));
        return kinds;
    }

    private List<Part> of(String table) {
        return count.parts().stream().filter(part -> part.table().equals(table)).toList();
    }

    private String line(String name, List<Part> parts) {
        double rows = parts.isEmpty() ? 0 : (double) parts.get(0).rows() / count.applications();
        double fixed = bytes(parts, List.of("number", "previous", "hash", "id"));
        double sealed = bytes(parts, List.of("sealed"));
        double all = parts.stream().mapToDouble(Part::bytes).sum() / count.applications();
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %.0f |%n", name, rows, fixed, all - fixed - sealed, sealed);
    }

    private double bytes(List<Part> parts, List<String> columns) {
        return parts.stream()
                        .filter(part -> columns.contains(part.column()))
                        .mapToDouble(Part::bytes)
                        .sum()
                / count.applications();
    }
}
