package org.onevisit.housing.benchmark.ours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.policy.pack.PackPolicySource;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;

/** The pack of Pinghu: as it ships, or with more or fewer checks that together supply the same facts. */
final class CountyPack {
    static final String NAME = "pinghu";

    private CountyPack() {}

    /** As it ships. */
    static PolicySource shipped() {
        return new PackPolicySource(List.of(read("base"), read(NAME))).orThrow();
    }

    /** The county's edition after the one that ships: everybody is judged by another income line. */
    static Edition amended() {
        PackFile county = read(NAME);
        String text = replaced(
                replaced(county.text(), "edition: \"2018.1\"", "edition: \"2026.2\""), "value: 61172", "value: 90000");
        return new PackPolicySource(List.of(read("base"), new PackFile(NAME, text)))
                .orThrow().editions().stream()
                        .filter(e -> e.id().pack().equals(NAME))
                        .findFirst()
                        .orElseThrow();
    }

    private static String replaced(String text, String what, String with) {
        if (!text.contains(what)) {
            throw new IllegalStateException("the pack has no " + what);
        }
        return text.replace(what, with);
    }

    /** The same with these checks. */
    static PolicySource with(Map<String, List<FactKey>> checks) {
        PackFile county = read(NAME);
        int from = county.text().indexOf("\nchecks:\n");
        int to = county.text().indexOf("\nfigures:\n");
        if (from < 0 || to < from) {
            throw new IllegalStateException("the pack has no checks before its figures");
        }
        StringBuilder text = new StringBuilder(county.text().substring(0, from)).append("\nchecks:\n");
        Work.CHECKS.stream()
                .filter(check -> !checks.containsKey(check))
                .forEach(check -> text.append("  %s: ~%n".formatted(check)));
        checks.forEach((check, facts) -> text.append(
                "  %s: { text: %s, facet: HOUSING, limit: { working: 5 }, silence: WAIT, freshFor: { calendar: 60 }, supplies: %s }%n"
                        .formatted(
                                check, check, facts.stream().map(FactKey::name).toList())));
        text.append(county.text().substring(to));
        return new PackPolicySource(List.of(read("base"), new PackFile(NAME, text.toString()))).orThrow();
    }

    /** The checks of a pack, and what it relies on each of them for. */
    static Map<String, List<FactKey>> checks(PolicySource policy) {
        Edition edition = policy.editions().stream()
                .filter(e -> e.id().pack().equals(NAME))
                .findFirst()
                .orElseThrow();
        Map<String, List<FactKey>> checks = new LinkedHashMap<>();
        edition.rules().checks().forEach(rule -> checks.put(rule.check(), rule.supplies()));
        return checks;
    }

    /** So many checks: the facts that criteria rest on are dealt out among the first nine, the others are asked for something else. */
    static Map<String, List<FactKey>> checks(int count) {
        List<FactKey> facts = PromptAgency.facts();
        Map<String, List<FactKey>> checks = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String code = i < Work.CHECKS.size() ? Work.CHECKS.get(i) : "extra-" + (i + 1);
            checks.put(code, new ArrayList<>());
        }
        List<String> codes = List.copyOf(checks.keySet());
        int dealt = Math.min(count, Work.CHECKS.size());
        for (int i = 0; i < facts.size(); i++) {
            Objects.requireNonNull(checks.get(codes.get(i % dealt))).add(facts.get(i));
        }
        List<FactKey> unasked = FactKey.catalogue().stream()
                .filter(key -> !facts.contains(key) && key.subject() == FactKey.Subject.PERSON)
                .toList();
        for (int i = dealt; i < count; i++) {
            Objects.requireNonNull(checks.get(codes.get(i))).add(unasked.get(i % unasked.size()));
        }
        return checks;
    }

    private static PackFile read(String name) {
        String file = "/packs/" + name + "/pack.yaml";
        try (InputStream in = Objects.requireNonNull(CountyPack.class.getResourceAsStream(file), file)) {
            return PackFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("no " + file, e);
        }
    }
}
