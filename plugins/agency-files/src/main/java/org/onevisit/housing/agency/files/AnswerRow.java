package org.onevisit.housing.agency.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.agency.files.Layout.Result;
import org.onevisit.housing.exchange.Table;
import org.onevisit.housing.exchange.Text;
import org.onevisit.housing.exchange.Texts;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;

/**
 * One row of an answer file, read: what it says of whom, or what is wrong with it.
 *
 * @param number of the row
 * @param ticket inquiry that it answers
 * @param person whom it is about, as the agency calls them; personal data where it is a number
 * @param answer what it says
 * @param fault what is wrong; then there is no answer
 */
record AnswerRow(int number, String ticket, String person, Optional<Answer> answer, Optional<Fault> fault) {
    private static final Texts TEXTS = Texts.beside(AnswerRow.class);

    /**
     * What is wrong with a row.
     *
     * @param code for machines
     * @param text for people
     */
    record Fault(String code, Text text) {}

    @Override
    public String toString() {
        return "row " + number;
    }

    /** Reads rows. */
    static final class Reader {
        private final Layout layout;
        private final LocalDate today;

        Reader(Layout layout, LocalDate today) {
            this.layout = layout;
            this.today = today;
        }

        AnswerRow read(Table.Row row) {
            String ticket = row.get(layout.column(Layout.INQUIRY));
            String id = row.get(layout.column(Layout.PERSON));
            String person = id.isEmpty() ? row.get(layout.column(MemberField.RESIDENT_ID.name())) : id;
            try {
                row.fault().ifPresent(why -> {
                    throw new FaultException(new Fault("BAD_ROW", why));
                });
                require(!ticket.isEmpty() && ticket.length() <= 200, "BAD_ROW", "ticket");
                require(!person.isEmpty() && person.length() <= 200, "BAD_ROW", "person");
                return new AnswerRow(row.number(), ticket, person, Optional.of(answer(row, person)), Optional.empty());
            } catch (FaultException e) {
                return new AnswerRow(row.number(), ticket, person, Optional.empty(), Optional.of(e.fault));
            }
        }

        private Answer answer(Table.Row row, String person) {
            undeclared(row);
            String word = row.get(layout.column(Layout.RESULT));
            Result result = layout.results().entrySet().stream()
                    .filter(entry -> entry.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> fault("BAD_VALUE", "result", layout.column(Layout.RESULT)));
            List<Fact> facts = facts(row, person);
            require(facts.isEmpty() == (result != Result.FOUND), "BAD_ROW", facts.isEmpty() ? "no-facts" : "facts");
            if (result == Result.CANNOT) {
                return Answer.cannotAnswer(word);
            }
            LocalDate asOf = layout.days()
                    .read(row.get(layout.column(Layout.AS_OF)))
                    .orElseThrow(() -> fault(
                            "BAD_VALUE",
                            "day",
                            layout.column(Layout.AS_OF),
                            layout.days().pattern()));
            require(!asOf.isAfter(today), "FUTURE_DATE", "future", layout.column(Layout.AS_OF));
            if (result == Result.NOTHING) {
                return Answer.nothingOnRecord(asOf);
            }
            Answer.Facts all = Answer.facts(asOf);
            for (Fact fact : facts) {
                all = all.put(fact.key(), fact.value());
            }
            return all;
        }

        /** A fact by its name that the check does not supply: somebody thinks that it is heard, and it is not. */
        private void undeclared(Table.Row row) {
            row.cells().forEach((column, cell) -> {
                boolean fact = FactKey.named(column).isPresent() || column.startsWith("x-");
                boolean named =
                        layout.facts().containsKey(column) || layout.columns().containsValue(column);
                require(!fact || named || cell.isEmpty(), "UNDECLARED_FACT", "undeclared", column);
            });
        }

        private List<Fact> facts(Table.Row row, String person) {
            List<Fact> facts = new ArrayList<>();
            boolean household = person.equals(Finding.HOUSEHOLD);
            layout.facts().forEach((column, key) -> {
                String cell = row.get(column);
                if (!cell.isEmpty()) {
                    boolean fits = household == (key.subject() == FactKey.Subject.HOUSEHOLD);
                    require(fits, "BAD_VALUE", household ? "of-person" : "of-household", column);
                    facts.add(FactCell.read(key, cell, layout.days())
                            .orElseThrow(() -> fault(
                                    "BAD_VALUE",
                                    "type." + key.type(),
                                    column,
                                    layout.days().pattern())));
                }
            });
            return facts;
        }

        private static void require(boolean holds, String code, String key, Object... arguments) {
            if (!holds) {
                throw fault(code, key, arguments);
            }
        }

        private static FaultException fault(String code, String key, Object... arguments) {
            return new FaultException(new Fault(code, TEXTS.of(key, arguments)));
        }
    }

    /** Ends the reading of one row. */
    private static final class FaultException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        FaultException(Fault fault) {
            super(fault.code());
            this.fault = fault;
        }
    }
}
