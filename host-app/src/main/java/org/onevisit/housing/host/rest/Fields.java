package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * One object of a body, read strictly: each error is noted with its place, and reading goes on with a stand-in, so that all come in
 * one answer. A field that nobody asked for is an error too.
 */
final class Fields {
    private final JsonNode node;
    private final JsonPointer at;
    private final ErrorList errors;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonNode node, JsonPointer at, ErrorList errors) {
        this.node = node;
        this.at = at;
        this.errors = errors;
    }

    /** Reads an object; one that is none is noted, and read as if it were empty without further ado. */
    static <T> T read(JsonNode node, JsonPointer at, ErrorList errors, Function<Fields, T> reading) {
        if (!node.isObject()) {
            errors.add(FieldErrors.expecting(at.toString(), ErrorCode.WRONG_TYPE, "object"));
            return reading.apply(new Fields(JsonNodeFactory.instance.objectNode(), at, new ErrorList(node)));
        }
        Fields fields = new Fields(node, at, errors);
        T value = reading.apply(fields);
        fields.refuseUnknown();
        return value;
    }

    /** Is the field there? */
    boolean has(String name) {
        return take(name).isPresent();
    }

    /** A text that has to be there. */
    String text(String name) {
        return required(name).map(value -> textOf(value, place(name))).orElse("");
    }

    /** A text that may be left out. */
    Optional<String> optionalText(String name) {
        return take(name).map(value -> textOf(value, place(name)));
    }

    /** One of the names of an enum. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] all = type.getEnumConstants();
        String given = text(name);
        return Arrays.stream(all)
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseGet(() -> {
                    if (node.path(name).isTextual()) {
                        String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(" | "));
                        wrong(name, ErrorCode.UNKNOWN_VALUE, names);
                    }
                    return all[0];
                });
    }

    /** A whole number in a range. */
    int number(String name, int least, int most) {
        int value = required(name)
                .filter(JsonNode::canConvertToInt)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::intValue)
                .orElse(Integer.MIN_VALUE);
        if (value < least || value > most) {
            if (node.has(name)) {
                boolean number = node.get(name).isIntegralNumber();
                wrong(name, number ? ErrorCode.UNKNOWN_VALUE : ErrorCode.WRONG_TYPE, least + "…" + most);
            }
            return least;
        }
        return value;
    }

    /** A whole number in a range, or what is taken when it is left out. */
    int numberOr(String name, int least, int most, int usual) {
        return has(name) ? number(name, least, most) : usual;
    }

    /** A flag; no when it is left out. */
    boolean flag(String name) {
        Optional<JsonNode> value = take(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            wrong(name, ErrorCode.WRONG_TYPE, "true | false");
        }
        return value.map(JsonNode::booleanValue).orElse(false);
    }

    /** A flag that says yes; no is said by leaving it out. */
    void yes(String name) {
        if (!take(name).map(JsonNode::booleanValue).orElse(false)) {
            wrong(name, ErrorCode.UNKNOWN_VALUE, "true");
        }
    }

    /** A day that has to be there. */
    LocalDate day(String name) {
        return required(name).map(value -> dayOf(value, name)).orElse(LocalDate.EPOCH);
    }

    /** A day that may be left out. */
    Optional<LocalDate> optionalDay(String name) {
        return take(name).map(value -> dayOf(value, name));
    }

    /** Texts; none when left out. */
    List<String> texts(String name) {
        return items(name, this::textOf);
    }

    /** Objects; none when left out. */
    <T> List<T> list(String name, Function<Fields, T> reading) {
        return items(name, (value, place) -> read(value, place, errors, reading));
    }

    /** Objects by names of the caller's; at least one. */
    <T> Map<String, T> map(String name, Function<Fields, T> reading) {
        Map<String, T> all = new LinkedHashMap<>();
        entries(name)
                .forEach((key, value) -> all.put(key, read(value, place(name).appendProperty(key), errors, reading)));
        return all;
    }

    /** Values of any kind by names of the caller's; at least one. */
    Map<String, JsonNode> entries(String name) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        required(name).ifPresent(value -> {
            if (!value.isObject()) {
                wrong(name, ErrorCode.WRONG_TYPE, "object");
            } else if (value.isEmpty()) {
                wrong(name, ErrorCode.BAD_SIZE, "1…");
            }
            value.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
        });
        return all;
    }

    /**
     * A whole submission in a field. Read it last: what is wrong anywhere is thrown from here.
     *
     * @param reader reads the submission's text and knows its errors
     */
    Application submission(String name, Function<String, Application> reader) {
        String text = required(name).map(JsonNode::toString).orElse("{}");
        try {
            return reader.apply(text);
        } catch (HousingException e) {
            if (node.has(name)) {
                e.errors()
                        .forEach(error ->
                                errors.add(FieldErrors.under(place(name).toString(), error)));
            }
            refuseUnknown();
            errors.throwIfAny(e.code());
            throw e;
        }
    }

    /** Notes that the value of a field is wrong. */
    void wrong(String name, ErrorCode code, String expected) {
        errors.add(FieldErrors.expecting(place(name).toString(), code, expected));
    }

    /** Notes that an entry of a field is wrong. */
    void wrongEntry(String name, String entry, ErrorCode code, String expected) {
        String pointer = place(name).appendProperty(entry).toString();
        errors.add(
                code == ErrorCode.UNKNOWN_FIELD
                        ? FieldErrors.unknown(pointer, expected)
                        : FieldErrors.expecting(pointer, code, expected));
    }

    private JsonPointer place(String name) {
        return at.appendProperty(name);
    }

    private Optional<JsonNode> take(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name));
    }

    private Optional<JsonNode> required(String name) {
        Optional<JsonNode> value = take(name);
        if (value.isEmpty()) {
            errors.add(FieldErrors.of(place(name).toString(), ErrorCode.MISSING_FIELD));
        }
        return value;
    }

    private String textOf(JsonNode value, JsonPointer place) {
        if (!value.isTextual()) {
            errors.add(FieldErrors.expecting(place.toString(), ErrorCode.WRONG_TYPE, "string"));
            return "";
        }
        if (value.textValue().isBlank()) {
            errors.add(FieldErrors.of(place.toString(), ErrorCode.BAD_TEXT));
        }
        return value.textValue();
    }

    private LocalDate dayOf(JsonNode value, String name) {
        try {
            return LocalDate.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeParseException e) {
            wrong(name, value.isTextual() ? ErrorCode.BAD_DATE : ErrorCode.WRONG_TYPE, "yyyy-MM-dd");
            return LocalDate.EPOCH;
        }
    }

    private <T> List<T> items(String name, BiFunction<JsonNode, JsonPointer, T> reading) {
        JsonNode array = take(name).orElseGet(JsonNodeFactory.instance::arrayNode);
        if (!array.isArray()) {
            wrong(name, ErrorCode.WRONG_TYPE, "array");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(reading.apply(array.get(i), place(name).appendIndex(i)));
        }
        return items;
    }

    private void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String nearest = Nearest.of(name, known).orElse("");
                errors.add(FieldErrors.unknown(place(name).toString(), nearest));
            }
        });
    }
}
