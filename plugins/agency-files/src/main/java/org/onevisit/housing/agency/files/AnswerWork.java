package org.onevisit.housing.agency.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.RefusedFileException;
import org.onevisit.housing.exchange.Table;
import org.onevisit.housing.exchange.Text;
import org.onevisit.housing.exchange.Texts;
import org.onevisit.housing.exchange.Work;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;

/**
 * Delivers what an answer file says: the rows of a ticket as one finding, so that nobody is asked again who stands in the next row. Rows
 * that repeat or contradict, that are about nobody asked for, or that cannot be read, stand alone and never stop the others.
 */
final class AnswerWork implements Work<List<AnswerRow>> {
    private static final Texts TEXTS = Texts.beside(AnswerWork.class);
    private static final String NOBODY = "?";
    private final Layout layout;
    private final Csv csv;
    private final AnswerRow.Reader reader;
    private final Pickup pickup;

    AnswerWork(Layout layout, Csv csv, AnswerRow.Reader reader, Pickup pickup) {
        this.layout = layout;
        this.csv = csv;
        this.reader = reader;
        this.pickup = pickup;
    }

    @Override
    public List<String> columns() {
        return List.of("outcome", "reason", "reason_en");
    }

    @Override
    public List<Piece<List<AnswerRow>>> read(String ending, String text) throws RefusedFileException {
        List<String> wanted =
                List.of(layout.column(Layout.INQUIRY), layout.column(Layout.RESULT), layout.column(Layout.AS_OF));
        Table table = Table.read(text, csv, wanted);
        String person = layout.column(Layout.PERSON);
        String number = layout.column(MemberField.RESIDENT_ID.name());
        if (!table.header().contains(person) && !table.header().contains(number)) {
            throw new RefusedFileException(TEXTS.of("no-person", person, number));
        }
        Map<String, List<AnswerRow>> tickets = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            AnswerRow read = reader.read(row);
            String ticket = read.fault().isPresent() ? "row " + read.number() : "ticket " + read.ticket();
            tickets.computeIfAbsent(ticket, key -> new ArrayList<>()).add(read);
        }
        return tickets.values().stream()
                .map(rows -> new Piece<>(rows.get(0).number(), rows))
                .toList();
    }

    @Override
    public List<Line> perform(List<AnswerRow> rows) {
        Map<String, AnswerRow> together = new LinkedHashMap<>();
        Map<AnswerRow, String> alone = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (AnswerRow row : rows) {
            if (row.fault().isPresent()) {
                lines.add(line(row, row.fault().get().code(), row.fault().get().text()));
                continue;
            }
            Optional<Pickup.Asked> asked = pickup.person(row.ticket(), row.person());
            String id = asked.map(Pickup.Asked::id).orElse(NOBODY);
            if (asked.filter(person -> !person.answered()).isEmpty() || together.putIfAbsent(id, row) != null) {
                alone.put(row, id);
            }
        }
        lines.addAll(together(together));
        alone.forEach((row, id) -> lines.add(
                line(row, deliver(row.ticket(), Map.of(id, row.answer().orElseThrow())))));
        return lines;
    }

    private List<Line> together(Map<String, AnswerRow> rows) {
        List<Line> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            return lines;
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        rows.forEach((id, row) -> answers.put(id, row.answer().orElseThrow()));
        Said said = deliver(rows.values().iterator().next().ticket(), answers);
        if (said.forAll() || rows.size() == 1) {
            rows.values().forEach(row -> lines.add(line(row, said)));
        } else {
            // somebody else answered in between, or one of them is refused: each for itself
            rows.forEach((id, row) -> lines.add(
                    line(row, deliver(row.ticket(), Map.of(id, row.answer().orElseThrow())))));
        }
        return lines;
    }

    /** What the core said to a finding. */
    private record Said(String code, boolean forAll) {}

    private Said deliver(String ticket, Map<String, Answer> answers) {
        try {
            DeliveryOutcome outcome = pickup.deliver(ticket, Finding.of(answers));
            boolean forAll = outcome != DeliveryOutcome.CONTRADICTS && outcome != DeliveryOutcome.UNKNOWN_PERSON;
            return new Said(outcome.name(), forAll);
        } catch (HousingException e) {
            if (e.blame() == Blame.SITE || e.blame() == Blame.CORE) {
                throw e;
            }
            return new Said("REFUSED", false);
        }
    }

    private static Line line(AnswerRow row, Said said) {
        return line(row, said.code(), TEXTS.of("outcome." + said.code()));
    }

    private static Line line(AnswerRow row, String code, Text why) {
        return new Line(row.number(), List.of(code, why.chinese(), why.english()));
    }
}
