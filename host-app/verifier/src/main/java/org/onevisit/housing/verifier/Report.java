package org.onevisit.housing.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.verifier.Verification.Outcome;

/** Says what came out: lines for people, or one JSON object. */
final class Report {
    private static final int SHOWN = 20;
    private final PrintWriter out;
    private final boolean json;

    Report(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void print(Path file, Keys keys, boolean keyFromFolder, Outcome outcome) throws IOException {
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(object(file, keyFromFolder, outcome)));
        } else {
            lines(file, keys, keyFromFolder, outcome);
        }
        out.flush();
    }

    private void lines(Path file, Keys keys, boolean keyFromFolder, Outcome outcome) {
        out.println("%s: %d entries of %d applications, %d checkpoints, keys %s"
                .formatted(file, outcome.entries(), outcome.applications(), outcome.checkpoints(), keys.names()));
        if (keyFromFolder) {
            out.println("the key came from the folder itself: who changed the store may have changed it too;"
                    + " give --key with a copy that was kept elsewhere");
        }
        outcome.findings().forEach(finding -> out.println("DAMAGED " + finding));
        if (outcome.found() > outcome.findings().size()) {
            out.println("… and %d more"
                    .formatted(outcome.found() - outcome.findings().size()));
        }
        out.println("covered: %d entries; not covered by a checkpoint: %d"
                .formatted(outcome.covered(), outcome.uncovered()));
        new TreeMap<>(outcome.uncoveredBy())
                .entrySet().stream()
                        .limit(SHOWN)
                        .forEach(one ->
                                out.println("not covered: %s, %d entries".formatted(one.getKey(), one.getValue())));
        if (outcome.uncoveredBy().size() > SHOWN) {
            out.println("… of %d applications; --json lists them"
                    .formatted(outcome.uncoveredBy().size()));
        }
        out.println(outcome.newest()
                .map(newest -> "newest checkpoint: %d of %s, head %s; keep the head elsewhere and give it as --expect"
                        .formatted(newest.sequence(), newest.at(), newest.head()))
                .orElse("there is no checkpoint that holds: nothing is covered"));
        out.println(outcome.isWhole() ? "whole" : "DAMAGED: %d findings".formatted(outcome.found()));
    }

    private static ObjectNode object(Path file, boolean keyFromFolder, Outcome outcome) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("file", file.toString());
        object.put("whole", outcome.isWhole());
        object.put("entries", outcome.entries());
        object.put("applications", outcome.applications());
        object.put("checkpoints", outcome.checkpoints());
        object.put("covered", outcome.covered());
        object.put("uncovered", outcome.uncovered());
        object.put("keyFromFolder", keyFromFolder);
        ObjectNode by = object.putObject("uncoveredBy");
        for (Map.Entry<String, Long> one : new TreeMap<>(outcome.uncoveredBy()).entrySet()) {
            by.put(one.getKey(), one.getValue());
        }
        outcome.newest().ifPresent(newest -> object.putObject("newest")
                .put("sequence", newest.sequence())
                .put("head", newest.head())
                .put("at", newest.at()));
        object.put("found", outcome.found());
        ArrayNode findings = object.putArray("findings");
        for (Finding finding : outcome.findings()) {
            findings.addObject()
                    .put("of", finding.ofCheckpoint() ? "checkpoint" : finding.number())
                    .put("sequence", finding.sequence())
                    .put("what", finding.what());
        }
        return object;
    }
}
