package org.onevisit.housing.core.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.json.JsonValue;

/**
 * Entries of a submission by their ids. An id that stands twice is a fault. A reference to nobody is one only where every id
 * could be read: otherwise the one meant may be there.
 */
final class Register<E extends Register.Entry> {
    private final List<E> entries;
    private final Map<String, E> byId = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final boolean complete;
    private final Complaint nobody;
    private final Faults faults;

    /** Something that has an id. */
    interface Entry {
        /** Where it stands. */
        JsonValue at();

        /** Its id, if that could be read. */
        Optional<String> id();
    }

    Register(Fields.Entries<E> list, Complaint nobody, Faults faults) {
        this.entries = list.read();
        this.nobody = nobody;
        this.faults = faults;
        for (E entry : entries) {
            entry.id().ifPresent(id -> put(id, entry));
        }
        complete = list.complete()
                && ambiguous.isEmpty()
                && entries.stream().allMatch(entry -> entry.id().isPresent());
    }

    /** A register of which nothing could be read: nobody is missed. */
    static <E extends Entry> Register<E> unread(Complaint nobody, Faults faults) {
        return new Register<>(new Fields.Entries<>(List.of(), false), nobody, faults);
    }

    private void put(String id, E entry) {
        if (byId.putIfAbsent(id, entry) != null) {
            ambiguous.add(id);
            faults.add(entry.at().field("id").orElse(entry.at()), Complaint.DUPLICATE_ID);
        }
    }

    List<E> entries() {
        return entries;
    }

    /** Could every entry and its id be read, and does each id stand once? */
    boolean isComplete() {
        return complete;
    }

    /** The entry that a reference means; empty when there is none, which is a fault, or when that cannot be told. */
    Optional<E> find(JsonValue reference) {
        Optional<String> id = new Values(faults).shaped(reference, Values.ID).filter(name -> !ambiguous.contains(name));
        id.filter(name -> complete && !byId.containsKey(name)).ifPresent(name -> faults.add(reference, nobody));
        return id.map(byId::get);
    }
}
