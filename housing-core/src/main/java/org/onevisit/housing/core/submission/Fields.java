package org.onevisit.housing.core.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.core.json.JsonValue.Type;

/**
 * The fields of one object, read strictly: unknown and repeated names are faults. A field that seems to be there under a
 * misspelt name is not missed as well.
 */
final class Fields {
    private final JsonValue object;
    private final Faults faults;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> misspelt = new HashSet<>();

    Fields(JsonValue object, Faults faults, String... known) {
        this.object = object;
        this.faults = faults;
        List<String> all = List.of(known);
        List<String> absent = new ArrayList<>(all);
        absent.removeAll(object.fields().keySet());
        object.fields().values().stream()
                .filter(field -> !all.contains(field.token()))
                .forEach(field -> unknown(field, all, absent));
        object.repeated().stream()
                .filter(field -> all.contains(field.token()) && repeated.add(field.token()))
                .forEach(field -> faults.add(field, Complaint.DUPLICATE_FIELD));
    }

    private void unknown(JsonValue field, List<String> all, List<String> absent) {
        Optional<String> meant = NearestName.of(field.token(), absent).or(() -> NearestName.of(field.token(), all));
        meant.filter(absent::remove).ifPresent(misspelt::add);
        meant.ifPresentOrElse(
                name -> faults.add(field, Complaint.MISSPELT_FIELD, name),
                () -> faults.add(field, Complaint.UNKNOWN_FIELD));
    }

    JsonValue object() {
        return object;
    }

    /** Was the field left out, so that nothing about it is wrong yet? */
    boolean isAbsent(String name) {
        return !object.fields().containsKey(name) && !misspelt.contains(name);
    }

    /** The field, which must be there; empty when something is wrong with it. */
    Optional<JsonValue> required(String name, Type type) {
        if (isAbsent(name)) {
            faults.addMissing(object, name, Complaint.MISSING_FIELD);
        }
        return optional(name, type);
    }

    /** The field; empty when it was left out or something is wrong with it. */
    Optional<JsonValue> optional(String name, Type type) {
        return repeated.contains(name) ? Optional.empty() : object.field(name).filter(value -> isA(value, type));
    }

    /** The entries of a list, each of one type and read by {@code reader}; left out means none, if that is allowed. */
    <E> Entries<E> list(String name, Size size, Type type, Function<JsonValue, E> reader) {
        if (size.least() == 0 && isAbsent(name)) {
            return new Entries<>(List.of(), true);
        }
        Optional<JsonValue> list = required(name, Type.LIST).filter(value -> size.fits(value, faults));
        List<JsonValue> items = list.map(JsonValue::items).orElse(List.of());
        List<E> read =
                items.stream().filter(item -> isA(item, type)).map(reader).toList();
        return new Entries<>(read, list.isPresent() && read.size() == items.size());
    }

    /** Checks the type of a value. */
    boolean isA(JsonValue value, Type type) {
        if (value.type() == type) {
            return true;
        }
        faults.add(value, Complaint.WRONG_TYPE, word(type));
        return false;
    }

    private static String word(Type type) {
        return switch (type) {
            case OBJECT -> "object";
            case LIST -> "array";
            case TEXT -> "string";
            case NUMBER -> "number";
            case FLAG -> "boolean";
            case NULL -> "null";
        };
    }

    /**
     * What was read of a list.
     *
     * @param read the entries that could be read
     * @param complete is there no other?
     */
    record Entries<E>(List<E> read, boolean complete) {}

    /** How many entries a list has. */
    record Size(int least, int most) {
        private boolean fits(JsonValue list, Faults faults) {
            int size = list.items().size();
            if (size < least || size > most) {
                faults.add(list, Complaint.LIST_SIZE, least + "-" + most);
                return false;
            }
            return true;
        }
    }
}
