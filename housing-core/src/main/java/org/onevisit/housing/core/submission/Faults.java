package org.onevisit.housing.core.submission;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.core.json.Pointer;
import org.onevisit.housing.process.HousingException.FieldError;

/** Collects what is wrong with one submission. Not for several threads. */
final class Faults {
    private final List<Placed> found = new ArrayList<>();

    private record Placed(int position, FieldError error) {}

    /** This value is wrong. */
    void add(JsonValue at, Complaint complaint) {
        add(at, complaint, "");
    }

    /** This value is wrong; {@code expected} says in a word what would be right. */
    void add(JsonValue at, Complaint complaint, String expected) {
        found.add(new Placed(at.position(), error(at.pointer(), complaint, expected)));
    }

    /** The object lacks this field; it stands in the order where the object begins. */
    void addMissing(JsonValue object, String field, Complaint complaint) {
        found.add(new Placed(object.position(), error(Pointer.child(object.pointer(), field), complaint, "")));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them, in the order of the document. */
    List<FieldError> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Placed::position))
                .map(Placed::error)
                .toList();
    }

    static FieldError error(String pointer, Complaint complaint, String expected) {
        return new FieldError(
                pointer,
                complaint.code(),
                MessageFormat.format(complaint.text(true, "message"), expected),
                MessageFormat.format(complaint.text(false, "message"), expected),
                MessageFormat.format(complaint.text(true, "cure"), expected),
                MessageFormat.format(complaint.text(false, "cure"), expected),
                Optional.of(expected).filter(text -> !text.isEmpty()),
                complaint.rule());
    }
}
