package org.onevisit.housing.intake.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.RefusedFileException;
import org.onevisit.housing.exchange.Table;
import org.onevisit.housing.intake.files.Entry.Fault;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.ErrorCode;

/**
 * Reads applications from CSV: a row for each member; rows with the same reference are one household, wherever they stand. What is said
 * of the household as a whole stands in any of its rows, and the same wherever it stands again. Whether it is well-formed is judged by
 * the core.
 */
final class CsvEntries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OF_HOUSEHOLD = List.of(
            "receivedAt", "assistance", "mobile", "notices", "residenceDivision", "address", "householdDocuments");
    private static final List<String> OF_MEMBER = List.of(
            "member",
            "name",
            "relation",
            "identityKind",
            "identity",
            "registerDivision",
            "registerSince",
            "maritalStatus",
            "guardian",
            "documents",
            "seenBy",
            "signedOn");
    private final Csv csv;
    private final Division division;
    private final String window;

    CsvEntries(Csv csv, Division division, String window) {
        this.csv = csv;
        this.division = division;
        this.window = window;
    }

    List<Entry> read(String text) throws RefusedFileException {
        List<String> wanted = new ArrayList<>(List.of("reference"));
        wanted.addAll(List.of("receivedAt", "member", "name", "relation", "identity", "registerDivision"));
        Table table = Table.read(text, csv, wanted);
        unknown(table.header());
        Map<String, List<Table.Row>> households = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            String reference = row.get("reference");
            String name = Entry.isReference(reference) ? reference : "row " + row.number();
            households.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
        return households.values().stream().map(this::entry).toList();
    }

    /** A column that is not known would be lost without a word. */
    private static void unknown(List<String> header) throws RefusedFileException {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!name.isEmpty()
                    && !name.equals("reference")
                    && !OF_HOUSEHOLD.contains(name)
                    && !OF_MEMBER.contains(name)) {
                throw new RefusedFileException(HandIn.TEXTS.of(
                        "column", i + 1, String.join(", ", OF_HOUSEHOLD), String.join(", ", OF_MEMBER)));
            }
        }
    }

    private Entry entry(List<Table.Row> rows) {
        Table.Row first = rows.get(0);
        List<Fault> faults = new ArrayList<>();
        for (Table.Row row : rows) {
            row.fault()
                    .ifPresent(why -> faults.add(
                            new Fault(row.number(), "", ErrorCode.BAD_TEXT, why, HandIn.TEXTS.of("row.cure"))));
        }
        String reference = first.get("reference");
        if (faults.isEmpty() && !Entry.isReference(reference)) {
            faults.add(Entry.badReference(first.number(), reference));
        }
        Map<String, String> household = household(rows, faults);
        return new Entry(
                first.number(),
                Entry.isReference(reference) ? reference : "",
                json(household, rows),
                rows.stream().map(Table.Row::number).toList(),
                faults);
    }

    private static Map<String, String> household(List<Table.Row> rows, List<Fault> faults) {
        Map<String, String> household = new LinkedHashMap<>();
        for (Table.Row row : rows) {
            for (String column : OF_HOUSEHOLD) {
                String cell = row.get(column);
                String before = cell.isEmpty() ? cell : household.putIfAbsent(column, cell);
                if (before != null && !before.equals(cell)) {
                    faults.add(Fault.of(row.number(), "", ErrorCode.DUPLICATE_FIELD, "differs", column));
                }
            }
        }
        return household;
    }

    private String json(Map<String, String> household, List<Table.Row> rows) {
        ObjectNode root = JSON.objectNode();
        root.put("programme", "PUBLIC_RENTAL_HOUSING");
        root.put("assistance", household.getOrDefault("assistance", "RENT_SUBSIDY"));
        root.put("division", division.code());
        ObjectNode intake = root.putObject("intake");
        intake.put("channel", Settings.CHANNEL).put("window", window);
        put(intake, "receivedAt", household.getOrDefault("receivedAt", ""));
        put(root, "applicant", applicant(rows));
        ObjectNode contact = root.putObject("contact");
        put(contact, "mobile", household.getOrDefault("mobile", ""));
        words(household.getOrDefault("notices", "")).forEach(contact.putArray("notices")::add);
        ObjectNode whole = root.putObject("household");
        ObjectNode residence = whole.putObject("residence");
        put(residence, "division", household.getOrDefault("residenceDivision", ""));
        put(residence, "address", household.getOrDefault("address", ""));
        ArrayNode members = whole.putArray("members");
        rows.forEach(row -> member(members.addObject(), row));
        Map<String, String> papers = documents(root.putArray("documents"), household, rows);
        authorisations(root.putArray("authorisations"), rows, papers);
        return root.toString();
    }

    private static String applicant(List<Table.Row> rows) {
        return rows.stream()
                .filter(row -> row.get("relation").equals("SELF"))
                .findFirst()
                .orElse(rows.get(0))
                .get("member");
    }

    private static void member(ObjectNode member, Table.Row row) {
        put(member, "id", row.get("member"));
        put(member, "name", row.get("name"));
        put(member, "relation", row.get("relation"));
        ObjectNode identity = member.putObject("identity");
        identity.put("kind", row.get("identityKind").isEmpty() ? "RESIDENT_ID" : row.get("identityKind"));
        put(identity, "number", row.get("identity"));
        ObjectNode register = member.putObject("register");
        put(register, "division", row.get("registerDivision"));
        put(register, "since", row.get("registerSince"));
        put(member, "maritalStatus", row.get("maritalStatus"));
        put(member, "guardian", row.get("guardian"));
    }

    /** A paper for each kind; the id of each by its kind. */
    private static Map<String, String> documents(
            ArrayNode documents, Map<String, String> household, List<Table.Row> rows) {
        Map<String, Set<String>> about = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (Table.Row row : rows) {
            for (String kind : words(row.get("documents"))) {
                about.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(row.get("member"));
                if (!row.get("seenBy").isEmpty()) {
                    seen.putIfAbsent(kind, row.get("seenBy"));
                }
            }
        }
        words(household.getOrDefault("householdDocuments", "")).forEach(kind -> about.putIfAbsent(kind, Set.of()));
        Map<String, String> ids = new LinkedHashMap<>();
        about.forEach((kind, members) -> {
            String id = "d" + (ids.size() + 1);
            ids.put(kind, id);
            ObjectNode document = documents.addObject().put("id", id).put("kind", kind);
            if (!members.isEmpty()) {
                members.forEach(document.putArray("members")::add);
            }
            put(document, "originalSeenBy", seen.getOrDefault(kind, ""));
        });
        return ids;
    }

    private static void authorisations(ArrayNode authorisations, List<Table.Row> rows, Map<String, String> papers) {
        for (Table.Row row : rows) {
            if (row.get("signedOn").isEmpty()) {
                continue;
            }
            String guardian = row.get("guardian");
            ObjectNode signature = authorisations.addObject();
            put(signature, "member", row.get("member"));
            signature.put("purpose", Authorisation.HOUSING_SECURITY_VERIFICATION);
            put(signature, "signedBy", guardian.isEmpty() ? row.get("member") : guardian);
            put(signature, "as", guardian.isEmpty() ? "" : "GUARDIAN");
            signature.put("signedOn", row.get("signedOn"));
            put(signature, "document", papers.getOrDefault(Document.ECONOMIC_STATUS_INQUIRY_FORM, ""));
        }
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[|、\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static void put(ObjectNode at, String field, String value) {
        if (!value.isEmpty()) {
            at.put(field, value);
        }
    }
}
