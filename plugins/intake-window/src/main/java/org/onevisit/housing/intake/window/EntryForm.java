package org.onevisit.housing.intake.window;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.FormView;

/**
 * The form that a household is entered in. A field is named by the place of its value in the submission (RFC 6901), so an error
 * of the submission finds its field by itself, and what was typed is kept.
 */
final class EntryForm {
    /** As many members as the form takes. */
    static final int MOST_MEMBERS = 12;

    private final Map<String, String[]> given;
    private final FormView asked;
    private final LocalDate today;
    private final Map<String, List<String>> errors = new HashMap<>();

    EntryForm(Map<String, String[]> given, FormView asked, LocalDate today) {
        this.given = Map.copyOf(given);
        this.asked = asked;
        this.today = today;
    }

    /**
     * A field.
     *
     * @param pointer its name: the place of its value
     * @param label key of its label
     * @param type {@code text, tel, date} or {@code select}
     * @param value what was typed
     * @param options codes to choose from, for a select
     * @param required must it be filled in?
     * @param errors what is wrong with it
     */
    public record Field(
            String pointer,
            String label,
            String type,
            String value,
            List<String> options,
            boolean required,
            List<String> errors) {
        /** Name inside the page. */
        public String id() {
            return "f" + pointer.replace('/', '-');
        }
    }

    /** How many members; one at least. */
    int size() {
        String text = text("members");
        int wanted = text.matches("\\d{1,2}") ? Integer.parseInt(text) : 1;
        return Math.max(
                1,
                Math.min(
                        MOST_MEMBERS,
                        wanted + (text("add").isEmpty() ? 0 : 1) - (text("less").isEmpty() ? 0 : 1)));
    }

    /** Ids of the members. */
    List<String> members() {
        return IntStream.rangeClosed(1, size()).mapToObj(i -> "m" + i).toList();
    }

    /** Where they live and how they are reached. */
    List<Field> household() {
        return List.of(
                select("/assistance", "assistance", names(Assistance.values())),
                text("/household/residence/division", "residence", "text", true),
                text("/household/residence/address", "address", "text", true),
                text("/contact/mobile", "mobile", "tel", true));
    }

    /** The fields of each member. */
    List<List<Field>> memberFields() {
        return IntStream.range(0, size()).mapToObj(this::member).toList();
    }

    private List<Field> member(int index) {
        String at = "/household/members/" + index;
        List<Field> fields = new ArrayList<>();
        fields.add(text(at + "/name", "name", "text", true));
        fields.add(text(at + "/identity/number", "identity", "text", true));
        if (index > 0) {
            List<String> relations = names(Member.Relation.values());
            fields.add(select(at + "/relation", "relation", relations.subList(1, relations.size())));
        }
        fields.add(select(at + "/maritalStatus", "marital", names(Member.MaritalStatus.values())));
        fields.add(text(at + "/register/division", "register", "text", true));
        fields.add(text(at + "/register/since", "since", "date", false));
        if (index > 0) {
            List<String> guardians = new ArrayList<>(members());
            guardians.remove("m" + (index + 1));
            guardians.add(0, "");
            fields.add(select(at + "/guardian", "guardian", guardians));
        }
        return fields;
    }

    /** All fields, in the order of the page. */
    List<Field> fields() {
        List<Field> all = new ArrayList<>(household());
        memberFields().forEach(all::addAll);
        return all;
    }

    /** Is the box with this name ticked? */
    boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /** Names of all ticked boxes, for the page. */
    Map<String, Boolean> ticks() {
        Map<String, Boolean> ticks = new HashMap<>();
        given.keySet().forEach(name -> ticks.put(name, true));
        return ticks;
    }

    /** Ways by which notices are wanted; on paper unless told otherwise. */
    List<String> notices() {
        String[] ways = given.get("/contact/notices");
        return ways == null ? List.of(Contact.Way.PAPER.name()) : List.of(ways);
    }

    /** Day of the signatures. */
    String signedOn() {
        String day = text("signedOn");
        return day.isEmpty() ? today.toString() : day;
    }

    /** What the pack in force asks for. */
    FormView asked() {
        return asked;
    }

    /** What was typed into a field, trimmed; empty if nothing was. */
    String text(String name) {
        String[] values = given.get(name);
        return values == null || values.length == 0 ? "" : values[0].trim();
    }

    /** Hangs the errors of a submission on their fields; what has no field stays for the top of the page. */
    List<Problem> mark(List<HousingException.FieldError> found, boolean english) {
        List<Problem> problems = new ArrayList<>();
        for (HousingException.FieldError error : found) {
            String text = english ? error.messageEn() + ". " + error.cureEn() : error.message() + "。" + error.cure();
            String place = fields().stream()
                    .map(Field::pointer)
                    .filter(p -> p.equals(error.pointer()) || p.startsWith(error.pointer() + "/"))
                    .findFirst()
                    .orElse("");
            errors.computeIfAbsent(place, p -> new ArrayList<>()).add(text);
            problems.add(new Problem(place.isEmpty() ? "" : "f" + place.replace('/', '-'), text));
        }
        return problems;
    }

    /**
     * An error of the submission.
     *
     * @param field id of its field; empty if there is none on the page
     * @param text what is wrong, and the cure
     */
    public record Problem(String field, String text) {}

    private Field text(String pointer, String label, String type, boolean required) {
        return new Field(
                pointer, label, type, text(pointer), List.of(), required, errors.getOrDefault(pointer, List.of()));
    }

    private Field select(String pointer, String label, List<String> options) {
        return new Field(
                pointer, label, "select", text(pointer), options, true, errors.getOrDefault(pointer, List.of()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
