package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

/** Collects the errors of one document and gives them out in its order. */
final class ErrorList {
    private final List<FieldError> errors = new ArrayList<>();
    private final JsonNode document;

    ErrorList(JsonNode document) {
        this.document = document;
    }

    void add(FieldError error) {
        errors.add(error);
    }

    /** Throws what was collected, if anything was. */
    void throwIfAny(ErrorCode code) {
        if (errors.isEmpty()) {
            return;
        }
        Map<String, Integer> places = new HashMap<>();
        number(document, JsonPointer.empty(), places);
        errors.sort(Comparator.comparingInt(error -> place(error.pointer(), places)));
        throw new HousingException(code, errors.size() + " errors in the body, all listed; nothing was done", errors);
    }

    /** A field that is missing stands where its object stands. */
    private static int place(String pointer, Map<String, Integer> places) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return 0;
    }

    private static void number(JsonNode node, JsonPointer at, Map<String, Integer> places) {
        places.put(at.toString(), places.size());
        if (node.isObject()) {
            node.properties().forEach(field -> number(field.getValue(), at.appendProperty(field.getKey()), places));
        } else {
            for (int i = 0; i < node.size(); i++) {
                number(node.get(i), at.appendIndex(i), places);
            }
        }
    }
}
