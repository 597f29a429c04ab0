package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.OBJECT;
import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.ResidentId;

/** The household as far as it could be read. */
final class HouseholdDraft {
    private static final Fields.Size MEMBERS = new Fields.Size(1, 20);
    private static final int LONGEST_ADDRESS = 200;

    private final Reading reading;
    private final Fields fields;
    private final Register<MemberDraft> members;
    private Optional<Division> residence = Optional.empty();
    private Optional<String> address = Optional.empty();

    HouseholdDraft(JsonValue at, Reading reading) {
        this.reading = reading;
        fields = reading.fields(at, "residence", "members");
        fields.required("residence", OBJECT).ifPresent(this::readResidence);
        members = new Register<>(
                fields.list("members", MEMBERS, OBJECT, v -> new MemberDraft(v, reading)),
                Complaint.NO_SUCH_MEMBER,
                reading.faults());
        checkPersonsStandOnce();
    }

    private void readResidence(JsonValue at) {
        Fields parts = reading.fields(at, "division", "address");
        Values values = reading.values();
        residence = parts.required("division", TEXT).flatMap(v -> values.division(v)
                .flatMap(place -> reading.county().contains(place)
                        ? Optional.of(place)
                        : values.refused(
                                v, Complaint.DIVISION_OUTSIDE, reading.county().code())));
        address = parts.required("address", TEXT).flatMap(v -> values.prose(v, LONGEST_ADDRESS));
    }

    private void checkPersonsStandOnce() {
        Set<ResidentId> seen = new HashSet<>();
        for (MemberDraft member : members.entries()) {
            if (member.identity().filter(number -> !seen.add(number)).isPresent()) {
                JsonValue identity = member.at("identity");
                reading.faults().add(identity.field("number").orElse(identity), Complaint.DUPLICATE_PERSON);
                member.distrustIdentity();
            }
        }
    }

    Register<MemberDraft> members() {
        return members;
    }

    /** Where the members stand. */
    JsonValue membersAt() {
        return fields.object().field("members").orElse(fields.object());
    }

    /** The household; only when the submission has no fault. */
    Household build() {
        return new Household(
                residence.orElseThrow(),
                address.orElseThrow(),
                members.entries().stream().map(MemberDraft::build).toList());
    }
}
