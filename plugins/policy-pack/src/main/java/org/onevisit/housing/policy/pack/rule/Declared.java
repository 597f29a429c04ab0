package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.policy.pack.model.Figure;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.policy.pack.rule.Node.Kind;

/** What a pack declares for use in expressions: figures, values, tables and the rule that counts heads. */
final class Declared implements Compiler.Vocabulary {
    private static final String HEADS = "household.heads";

    private final Part pack;
    private final Compiler compiler;
    private final Map<String, Compiled> done = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    Declared(Part pack, PackFacts facts) {
        this.pack = pack;
        this.compiler = new Compiler(this, facts);
    }

    /** Compiles a text with these names. */
    Compiled compile(String text) throws ExprException {
        return compiler.compile(text);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String part : List.of("figures", "values", "tables")) {
            names.addAll(pack.at(part).each().keySet());
        }
        return names;
    }

    @Override
    public Optional<Compiled> named(String name) throws ExprException {
        Compiled known = done.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!underWay.add(name)) {
            throw new ExprException("no circle of values: " + underWay, "let one of them do without the others");
        }
        try {
            Optional<Compiled> found = find(name);
            found.ifPresent(compiled -> done.put(name, compiled));
            return found;
        } finally {
            underWay.remove(name);
        }
    }

    private Optional<Compiled> find(String name) throws ExprException {
        Part figure = pack.at("figures").at(name);
        if (figure.present()) {
            return Optional.of(figure(name, figure));
        }
        Part value = pack.at("values").at(name);
        if (value.present()) {
            return Optional.of(value(value));
        }
        Part table = pack.at("tables").at(name);
        if (table.present()) {
            return Optional.of(table(table));
        }
        return name.equals(HEADS) ? Optional.of(heads(pack.at("heads"))) : Optional.empty();
    }

    private static Compiled figure(String name, Part part) {
        Figure figure = Figure.of(name, part);
        Value value = Value.of(figure.value());
        return new Compiled(Node.of(Kind.NUMBER, figure.unit(), s -> value), Set.of(), figure.placeholder());
    }

    private Compiled value(Part part) throws ExprException {
        Compiled compiled = compile(part.text("is"));
        Node node = part.at("unit").present() ? compiled.node().in(part.text("unit")) : compiled.node();
        return new Compiled(node, compiled.facts(), compiled.placeholder());
    }

    private Compiled table(Part part) throws ExprException {
        Compiled by = compile(part.text("by"));
        List<Row> rows = new ArrayList<>();
        for (Part row : part.at("rows").items()) {
            rows.add(Row.of(row));
        }
        boolean placeholder =
                by.placeholder() || part.at("rows").items().stream().anyMatch(Part::placeholder);
        Node node =
                Node.of(Kind.NUMBER, part.text("unit"), s -> lookUp(by.node().value(s), rows));
        return new Compiled(node, by.facts(), placeholder);
    }

    private static Value lookUp(Value key, List<Row> rows) {
        if (key == Value.Special.UNKNOWN) {
            boolean allSame = rows.stream().map(Row::value).distinct().count() == 1;
            return allSame ? rows.get(0).value() : key;
        }
        return rows.stream()
                .filter(row -> row.takes(key))
                .map(Row::value)
                .findFirst()
                .orElse(Value.Special.NONE);
    }

    private static Compiled heads(Part part) {
        BigDecimal alone = part.at("alone").present() ? part.at("alone").decimal() : BigDecimal.ONE;
        BigDecimal more =
                part.at("fifthAndMore").present() ? part.at("fifthAndMore").decimal() : BigDecimal.ONE;
        boolean placeholder = part.present() && part.placeholder();
        Node node = Node.of(Kind.NUMBER, "人", s -> {
            int size = s.household().size();
            return Value.of(
                    size == 1
                            ? alone
                            : BigDecimal.valueOf(Math.min(size, 4))
                                    .add(more.multiply(BigDecimal.valueOf(Math.max(0, size - 4)))));
        });
        return new Compiled(node, Set.<FactKey>of(), placeholder);
    }

    /** A row of a table; the first that takes the key counts. */
    private record Row(Optional<BigDecimal> upTo, Optional<BigDecimal> below, Optional<String> is, Value value) {
        static Row of(Part part) {
            return new Row(
                    number(part.at("upTo")), number(part.at("below")), part.optional("is"), Value.of(part.decimal()));
        }

        private static Optional<BigDecimal> number(Part part) {
            return part.present() ? Optional.of(part.decimal()) : Optional.empty();
        }

        boolean takes(Value key) {
            if (key instanceof Value.Num num) {
                return is.isEmpty()
                        && upTo.map(limit -> num.number().compareTo(limit) <= 0).orElse(true)
                        && below.map(limit -> num.number().compareTo(limit) < 0).orElse(true);
            }
            return is.isEmpty()
                    ? upTo.isEmpty() && below.isEmpty()
                    : key instanceof Value.Text text && text.text().equals(is.get());
        }
    }
}
