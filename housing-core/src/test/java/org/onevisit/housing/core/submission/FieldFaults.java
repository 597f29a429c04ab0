package org.onevisit.housing.core.submission;

import static org.onevisit.housing.process.ErrorCode.DUPLICATE_FIELD;
import static org.onevisit.housing.process.ErrorCode.MISSING_FIELD;
import static org.onevisit.housing.process.ErrorCode.NOT_JSON;
import static org.onevisit.housing.process.ErrorCode.UNKNOWN_FIELD;
import static org.onevisit.housing.process.ErrorCode.WRONG_TYPE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.onevisit.housing.core.submission.JsonDraft.Obj;
import org.onevisit.housing.core.submission.JsonDraft.Raw;

/** Faults of form, which every field can have: missing, unknown, misspelt, twice, of another type. */
final class FieldFaults {
    private static final Set<String> OPTIONAL = Set.of(
            "receivedAt", "since", "maritalStatus", "guardian", "originalSeenBy", "as", "documents", "authorisations");
    private static final List<String> OTHER_TYPES =
            List.of("null", "17", "-1.5e300", "true", "{}", "[]", "[[[[]]]]", "\"x\"");

    private FieldFaults() {}

    static Map<String, Predicate<Plan>> kinds() {
        Map<String, Predicate<Plan>> kinds = new LinkedHashMap<>();
        kinds.put("missing field", FieldFaults::missing);
        kinds.put("unknown field", FieldFaults::unknown);
        kinds.put("misspelt field", FieldFaults::misspelt);
        kinds.put("repeated field", FieldFaults::repeated);
        kinds.put("wrong type", FieldFaults::wrongType);
        return kinds;
    }

    /** The text is no JSON, or no object: nothing else can be said. */
    static boolean breakWholeText(Plan plan) {
        String text = plan.text().strip();
        if (plan.random.nextInt(6) == 0) {
            return plan.writeInstead(plan.pick("[]", "17", "null", "\"x\"")) && plan.expect("", WRONG_TYPE);
        }
        int half = text.length() / 2;
        plan.expect("", NOT_JSON);
        return plan.writeInstead(plan.pick(
                text + "}",
                text + text.replace("\uFEFF", ""),
                text.substring(0, half),
                text.replaceFirst(":", "="),
                text.replaceFirst(",", ",,"),
                text.replace('"', '\''),
                text.replaceFirst("\\{", "{\"\\\\ud800\":0,"),
                "[".repeat(100) + text,
                "\uFEFF",
                " \n"));
    }

    /** An object of the submission, and where it is. */
    private record Place(Obj object, String pointer) {
        String child(String name) {
            return pointer + "/" + name;
        }
    }

    private static void collect(Object value, String pointer, List<Place> places) {
        if (value instanceof Obj object) {
            places.add(new Place(object, pointer));
            object.forEach((name, child) -> collect(child, pointer + "/" + name, places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), pointer + "/" + i, places);
            }
        }
    }

    private static Place place(Plan plan) {
        List<Place> places = new ArrayList<>();
        collect(plan.submission, "", places);
        return places.get(plan.random.nextInt(places.size()));
    }

    private static String field(Plan plan, Obj object) {
        return List.copyOf(new TreeSet<>(object.keySet())).get(plan.random.nextInt(object.size()));
    }

    /** What can no longer be judged when this value is lost. */
    static List<String> lost(String pointer) {
        List<String> lost = new ArrayList<>(List.of(pointer));
        if (pointer.matches("/household(/members(/\\d+(/id)?)?)?")) {
            lost.add("#members");
        }
        if (pointer.matches("/household(/members(/\\d+(/relation)?)?)?")) {
            lost.add("#relations");
        }
        if (pointer.matches("/intake(/receivedAt)?")) {
            lost.add("#receipt");
        }
        if (pointer.matches("/documents(/\\d+(/id)?)?")) {
            lost.add("#documents");
        }
        return lost;
    }

    private static boolean missing(Plan plan) {
        Place place = place(plan);
        if (place.object().isEmpty()) {
            return false;
        }
        String name = field(plan, place.object());
        if (!name.matches("[a-zA-Z]+")
                || OPTIONAL.contains(name)
                || name.equals("members") && place.pointer().startsWith("/documents")
                || !plan.claim(lost(place.child(name)), List.of())) {
            return false;
        }
        place.object().remove(name);
        return plan.expect(place.child(name), MISSING_FIELD);
    }

    private static boolean unknown(Plan plan) {
        Place place = place(plan);
        Map<String, String> names = Map.of(
                "zzqx",
                "zzqx",
                "收入",
                "收入",
                "",
                "",
                "q/w~e",
                "q~1w~0e",
                "\u0007bell",
                "\\u0007bell",
                "\u202Eright",
                "\\u202eright",
                "𠮷".repeat(60),
                "𠮷".repeat(40),
                "q".repeat(5000),
                "q".repeat(40));
        List<String> all = names.keySet().stream().sorted().toList();
        String name = all.get(plan.random.nextInt(all.size()));
        String pointer = place.child(names.get(name));
        if (place.object().containsKey(name) || !plan.claim(List.of(pointer), List.of())) {
            return false;
        }
        place.object().put(name, new Raw(OTHER_TYPES.get(plan.random.nextInt(OTHER_TYPES.size()))));
        return plan.expect(pointer, UNKNOWN_FIELD);
    }

    private static boolean misspelt(Plan plan) {
        Place place = place(plan);
        if (place.object().isEmpty()) {
            return false;
        }
        String name = field(plan, place.object());
        if (name.length() < 4 || name.startsWith("zz") || name.startsWith("q") || !name.matches("[a-zA-Z]+")) {
            return false;
        }
        String slip = plan.pick(
                name.substring(0, name.length() - 1),
                name + "s",
                name.charAt(1) + name.substring(0, 1) + name.substring(2),
                name.toUpperCase(Locale.ROOT),
                name.substring(0, 2) + "_" + name.substring(2));
        List<String> claims = lost(place.child(name));
        claims.add(place.child(slip));
        if (!plan.claim(claims, List.of())) {
            return false;
        }
        place.object().put(slip, place.object().remove(name));
        return plan.expect(place.child(slip), UNKNOWN_FIELD);
    }

    private static boolean repeated(Plan plan) {
        Place place = place(plan);
        if (place.object().isEmpty()) {
            return false;
        }
        String name = field(plan, place.object());
        if (!name.matches("[a-zA-Z]+") || name.startsWith("q") || !plan.claim(lost(place.child(name)), List.of())) {
            return false;
        }
        place.object()
                .repeated
                .put(name, plan.random.nextBoolean() ? place.object().get(name) : new Raw("0"));
        return plan.expect(place.child(name), DUPLICATE_FIELD);
    }

    private static boolean wrongType(Plan plan) {
        Place place = place(plan);
        if (place.object().isEmpty()) {
            return false;
        }
        String name = field(plan, place.object());
        Object value = place.object().get(name);
        char opens = value instanceof Obj ? '{' : value instanceof List<?> ? '[' : '"';
        String other = OTHER_TYPES.get(plan.random.nextInt(OTHER_TYPES.size()));
        if (value instanceof Raw || other.charAt(0) == opens || !plan.claim(lost(place.child(name)), List.of())) {
            return false;
        }
        place.object().put(name, new Raw(other));
        return plan.expect(place.child(name), WRONG_TYPE);
    }
}
