package org.onevisit.housing.policy.pack.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.policy.pack.source.Paths;
import org.onevisit.housing.policy.pack.source.Problems;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;

/**
 * Everything of a pack that judges or computes, compiled.
 *
 * @param eligibility who is eligible
 * @param assistance how much is paid
 * @param review how an award is reviewed
 * @param publicity what is shown
 * @param facts facts that criteria, categories and formulas look at, with the path of the first that does
 */
public record PackRules(
        EligibilityPolicy eligibility,
        AssistancePolicy assistance,
        AnnualReviewPolicy review,
        PublicityPolicy publicity,
        Map<FactKey, String> facts) {
    /** Copies the map. */
    public PackRules {
        facts = Map.copyOf(facts);
    }

    /**
     * Compiles a pack that the schema has checked; what cannot be compiled is told to {@code problems} and unknown in what comes
     * back.
     */
    public static PackRules compile(Part pack, PackFacts facts, Problems problems) {
        return new Building(pack, facts, problems).rules();
    }

    private static final class Building {
        private static final Compiled BROKEN =
                new Compiled(Node.of(Node.Kind.TRUTH, "", s -> Value.Special.UNKNOWN), Set.of(), true);

        private static final Pattern FIGURE_IN_TEXT = Pattern.compile("\\{([^{}]*)}");

        private final Part pack;
        private final PackFacts facts;
        private final Problems problems;
        private final Declared declared;
        private final Map<FactKey, String> used = new HashMap<>();

        Building(Part pack, PackFacts facts, Problems problems) {
            this.pack = pack;
            this.facts = facts;
            this.problems = problems;
            this.declared = new Declared(pack, facts);
        }

        PackRules rules() {
            checkDeclarations();
            PackEligibility eligibility = new PackEligibility(categories(), facts);
            Part part = pack.at("assistance");
            PackAssistance assistance = new PackAssistance(amounts(part), Rounding.of(part.at("rounding")), facts);
            String edition = pack.text("pack") + " " + pack.text("edition");
            PackReview review =
                    new PackReview(edition, eligibility, assistance, PackReview.Timing.of(pack.at("review")));
            PackPublicity publicity = new PackPublicity(pack.at("publicity"), pack.at("subdistricts"));
            return new PackRules(eligibility, assistance, review, publicity, used);
        }

        private void checkDeclarations() {
            pack.at("values").each().forEach((name, part) -> compile(part.at("is"), part.text("is")));
            pack.at("tables").each().forEach((name, part) -> compile(part.at("by"), part.text("by")));
            used.clear();
        }

        private List<Category> categories() {
            Map<String, Criterion> criteria = new HashMap<>();
            pack.at("criteria").each().forEach((name, part) -> criteria.put(name, criterion(name, part)));
            List<Category> categories = new ArrayList<>();
            pack.at("categories").each().forEach((code, part) -> {
                Part when = part.at("when");
                Criterion recognition = new Criterion(
                        code,
                        part.text("clause"),
                        part.text("text"),
                        condition(when, when.present() ? when.text() : "true"));
                categories.add(
                        new Category(code, part.text("text"), recognition, chosen(part.at("criteria"), criteria)));
            });
            return categories;
        }

        private List<Criterion> chosen(Part names, Map<String, Criterion> criteria) {
            List<Criterion> chosen = new ArrayList<>();
            for (Part name : names.items()) {
                Criterion criterion = criteria.get(name.text());
                if (criterion == null) {
                    problems.error(name.path(), "one of the criteria " + criteria.keySet(), "check the spelling");
                } else {
                    chosen.add(criterion);
                }
            }
            return chosen;
        }

        private Criterion criterion(String name, Part part) {
            Compiled test = condition(part.at("test"), part.text("test"));
            return new Criterion(name, part.text("clause"), filledIn(part.at("text")), test);
        }

        /** A text whose {@code {figure}} are replaced by their values, so that words and numbers never part. */
        private String filledIn(Part text) {
            return FIGURE_IN_TEXT.matcher(text.text()).replaceAll(match -> {
                Part figure = pack.at("figures").at(match.group(1));
                if (!figure.present()) {
                    problems.error(
                            text.path(), "a figure in braces, not {" + match.group(1) + "}", "check the spelling");
                    return "?";
                }
                return Words.show(Value.of(figure.decimal()));
            });
        }

        private Map<String, PackAssistance.Amount> amounts(Part part) {
            Map<String, PackAssistance.Amount> amounts = new HashMap<>();
            part.at("subsidy").each().forEach((category, amount) -> {
                if (!pack.at("categories").at(category).present()) {
                    problems.error(amount.path(), "a category of the pack", "name one of those under 'categories'");
                }
                amounts.put(category, amount(amount));
            });
            return amounts;
        }

        private PackAssistance.Amount amount(Part part) {
            String kind = part.text("kind");
            Set<String> known = new LinkedHashSet<>(Formula.needs(kind));
            known.addAll(Formula.options(kind));
            Map<String, Compiled> nodes = new HashMap<>();
            part.each().forEach((name, term) -> {
                if (known.contains(name)) {
                    nodes.put(name, number(term));
                } else if (!Set.of("kind", "clause").contains(name)) {
                    problems.error(term.path(), "one of " + known + " in a " + kind, "take it out");
                }
            });
            for (String name : Formula.needs(kind)) {
                if (!nodes.containsKey(name)) {
                    problems.error(part.path(), "the key '" + name + "' in a " + kind, "write it");
                }
            }
            Terms terms = new Terms(nodes);
            return new PackAssistance.Amount(part.text("clause"), Formula.of(kind, terms), terms.placeholder());
        }

        private Compiled condition(Part part, String text) {
            return compiled(part, text, Node.Kind.TRUTH, "compare the value with something");
        }

        private Compiled number(Part part) {
            return compiled(part, part.text(), Node.Kind.NUMBER, "name a figure, or compute one");
        }

        private Compiled compiled(Part part, String text, Node.Kind kind, String cure) {
            Compiled compiled = compile(part, text);
            if (!compiled.equals(BROKEN) && compiled.node().kind() != kind) {
                problems.error(
                        part.path(), "a " + kind + ", not a " + compiled.node().kind(), cure);
            }
            return compiled;
        }

        private Compiled compile(Part part, String text) {
            try {
                Compiled compiled = declared.compile(text);
                compiled.facts().forEach(fact -> used.putIfAbsent(fact, part.path()));
                return compiled;
            } catch (ExprException e) {
                problems.error(part.present() ? part.path() : Paths.parent(part.path()), e.expected(), e.cure());
                return BROKEN;
            }
        }
    }
}
