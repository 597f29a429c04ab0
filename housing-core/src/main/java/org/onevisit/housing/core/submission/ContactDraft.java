package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Contact;

/** How the applicant is reached, as far as it could be read. */
final class ContactDraft {
    private final Optional<String> mobile;
    private final Set<Contact.Way> notices = new HashSet<>();

    ContactDraft(JsonValue at, Reading reading) {
        Fields fields = reading.fields(at, "mobile", "notices");
        mobile = fields.required("mobile", TEXT).flatMap(v -> reading.values().shaped(v, Values.MOBILE));
        Fields.Size size = new Fields.Size(1, Contact.Way.values().length);
        fields.list("notices", size, TEXT, v -> v).read().forEach(v -> addWay(v, reading));
    }

    private void addWay(JsonValue at, Reading reading) {
        Optional<Contact.Way> way = reading.values().oneOf(at, Contact.Way.class);
        if (way.isPresent() && !notices.add(way.get())) {
            reading.faults().add(at, Complaint.DUPLICATE_ENTRY);
        }
    }

    /** The contact; only when the submission has no fault. */
    Contact build() {
        return new Contact(mobile.orElseThrow(), notices);
    }
}
