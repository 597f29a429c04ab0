package org.onevisit.housing.policy.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.policy.pack.source.Paths;
import org.onevisit.housing.policy.pack.source.Problems;

/** Looks at the meaning of a pack whose shape is right: what the notice forbids, and what cannot come out well. */
final class PackLinter {
    private static final Set<String> ONE_CARD_ONE_BOOK_TWO_FORMS = Set.of(
            Document.ID_CARD,
            Document.HOUSEHOLD_REGISTER,
            Document.APPLICATION_FORM,
            Document.ECONOMIC_STATUS_INQUIRY_FORM);
    private static final int MOST_SHOWN_OF_A_NUMBER = 8;
    private static final Map<String, String> KNOWN_PROOFS = Map.of(
            "INCOME_PROOF",
            "income.",
            "HOUSE_PROPERTY_PROOF",
            "home.",
            "BANK_STATEMENT",
            "asset.",
            "MARRIAGE_PROOF",
            "person.maritalStatus");

    private final Part pack;
    private final PackFacts facts;
    private final Problems problems;

    PackLinter(Part pack, PackFacts facts, Problems problems) {
        this.pack = pack;
        this.facts = facts;
        this.problems = problems;
    }

    /** Looks at everything; {@code used} are the facts that rules look at, each with the path of a rule. */
    void look(Map<FactKey, String> used) {
        lookAtFacts();
        lookAtDocuments();
        lookAtLimits();
        lookAtCategories();
        lookAtTables();
        lookAtPublicity();
        lookAtSources(pack);
        try {
            LocalDate.parse(pack.text("effectiveFrom"));
        } catch (DateTimeException e) {
            problems.error("effectiveFrom", "a day that exists, as 2026-01-31", "correct it");
        }
        lookAtSupply(used);
    }

    /** Looks at whether each fact that a rule uses is supplied, and each fact supplied is used. */
    private void lookAtSupply(Map<FactKey, String> used) {
        Set<String> supplied = supplied();
        used.forEach((fact, path) -> {
            if (!supplied.contains(fact.name())) {
                problems.error(
                        path,
                        "facts that a wanted check supplies; none supplies " + fact.name(),
                        "add the fact to 'supplies' of a check, or do without it");
            }
        });
        Set<String> names = new HashSet<>();
        used.keySet().forEach(fact -> names.add(fact.name()));
        pack.at("checks").each().values().forEach(check -> check.texts("supplies").stream()
                .filter(name -> facts.named(name).isPresent() && !names.contains(name))
                .forEach(name -> problems.warn(
                        check.at("supplies").path(),
                        "only facts that a rule uses; none uses " + name,
                        "ask agencies for no more than is needed")));
    }

    private Set<String> supplied() {
        Set<String> supplied = new TreeSet<>();
        pack.at("checks").each().values().forEach(check -> supplied.addAll(check.texts("supplies")));
        return supplied;
    }

    private void lookAtFacts() {
        pack.at("checks").each().values().forEach(check -> {
            List<Part> supplies = check.at("supplies").items();
            supplies.forEach(fact -> known(fact.path(), fact.text()));
        });
        pack.at("facts").each().forEach((name, part) -> known(part.path(), name));
    }

    private void known(String path, String name) {
        if (facts.named(name).isEmpty()) {
            problems.error(
                    path,
                    "a fact of the catalogue, or x-" + pack.text("division") + ".WORD with its type",
                    "see docs/facts.md");
        }
    }

    private void lookAtDocuments() {
        Set<String> supplied = supplied();
        pack.at("documents").each().forEach((kind, part) -> {
            String prefix = KNOWN_PROOFS.get(kind);
            if (prefix == null && !part.at("proves").present() && !ONE_CARD_ONE_BOOK_TWO_FORMS.contains(kind)) {
                problems.error(part.path(), "the key 'proves': the facts that the paper is asked for", "write it");
            }
            supplied.stream()
                    .filter(fact -> part.texts("proves").contains(fact) || (prefix != null && fact.startsWith(prefix)))
                    .findFirst()
                    .ifPresent(fact -> problems.error(
                            part.path(),
                            "no paper for what a wanted check answers: " + fact,
                            "take the document out; the agency is asked instead (取消自证)"));
        });
    }

    private void lookAtLimits() {
        Part limits = pack.at("limits");
        DayCount whole = limits.at("whole").days();
        int parts = 0;
        for (String part : List.of("verification", "subdistrict", "jointReview")) {
            DayCount days = limits.at(part).days();
            if (days.unit() != whole.unit()) {
                problems.error("limits/" + part, "the unit of limits/whole", "count both in working or calendar days");
                return;
            }
            parts += days.days();
        }
        if (parts > whole.days()) {
            problems.error(
                    "limits/whole",
                    "at least the " + parts + " days of verification, subdistrict and jointReview together",
                    "shorten a stage");
        }
        lookAtLimitsInside(limits);
    }

    private void lookAtLimitsInside(Part limits) {
        DayCount verification = limits.at("verification").days();
        pack.at("checks").each().values().forEach(check -> {
            DayCount limit = check.at("limit").days();
            if (limit.unit() == verification.unit() && limit.days() > verification.days()) {
                problems.error(check.at("limit").path(), "no more than limits/verification", "shorten the limit");
            }
        });
        DayCount period = pack.at("publicity").at("period").days();
        DayCount joint = limits.at("jointReview").days();
        if (period.unit() == joint.unit() && period.days() >= joint.days()) {
            problems.warn("publicity/period", "less than limits/jointReview", "leave the panel some days");
        }
    }

    private void lookAtCategories() {
        Part subsidy = pack.at("assistance").at("subsidy");
        pack.at("categories").each().forEach((code, part) -> {
            if (!subsidy.at(code).present()) {
                problems.error(part.path(), "a formula under assistance/subsidy/" + code, "write one");
            }
        });
        String division = pack.text("division");
        pack.at("subdistricts").each().forEach((code, part) -> {
            if (!code.startsWith(division)) {
                problems.error(part.path(), "a part of division " + division, "correct the code");
            }
        });
    }

    private void lookAtTables() {
        pack.at("tables").each().values().forEach(table -> {
            List<Part> rows = table.at("rows").items();
            Part last = rows.get(rows.size() - 1);
            if (last.at("upTo").present()
                    || last.at("below").present()
                    || last.at("is").present()) {
                problems.error(last.path(), "a last row without a condition", "say what holds for all others");
            }
        });
    }

    private void lookAtPublicity() {
        Part number = pack.at("publicity").at("masks").at("number");
        if (number.number("first", 0) + number.number("last", 0) > MOST_SHOWN_OF_A_NUMBER) {
            problems.error(
                    number.path(),
                    "at most " + MOST_SHOWN_OF_A_NUMBER + " characters shown",
                    "hide more of the number");
        }
        Part name = pack.at("publicity").at("masks").at("name");
        if (name.number("first", 0) + name.number("last", 0) > 1) {
            problems.error(name.path(), "at most one character shown", "show the surname only");
        }
    }

    private void lookAtSources(Part part) {
        Part source = part.at("source");
        if (source.node().isTextual() && !pack.at("sources").at(source.text()).present()) {
            problems.error(source.path(), "a source listed under 'sources'", "add " + Paths.last(source.path()));
        }
        if (part.node().isObject()) {
            part.each().values().forEach(this::lookAtSources);
        } else if (part.node().isArray()) {
            part.items().forEach(this::lookAtSources);
        }
    }
}
