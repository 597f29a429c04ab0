package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.ResidentId;

/** The identity of a member: kind of the document and number. */
final class IdentityDraft {
    static final String RESIDENT_ID = "RESIDENT_ID";
    static final String RESIDENCE_PERMIT = "HK_MACAO_TAIWAN_RESIDENCE_PERMIT";

    private static final int FIRST_YEAR = 1900;

    private IdentityDraft() {}

    static Optional<ResidentId> read(JsonValue at, Reading reading) {
        Fields fields = reading.fields(at, "kind", "number");
        Values values = reading.values();
        Optional<JsonValue> kindAt = fields.required("kind", TEXT);
        Optional<String> kind = kindAt.flatMap(v -> values.oneOf(v, List.of(RESIDENT_ID, RESIDENCE_PERMIT)));
        Optional<ResidentId> number = fields.required("number", TEXT).flatMap(v -> number(v, reading));
        String fitting = number.map(IdentityDraft::kindOf).orElse("");
        if (number.isPresent() && kind.filter(k -> !k.equals(fitting)).isPresent()) {
            kindAt.ifPresent(v -> values.refused(v, Complaint.KIND_AND_NUMBER, fitting));
        }
        return number;
    }

    /** Code of the document that carries such a number. */
    static String kindOf(ResidentId number) {
        return number.kind() == ResidentId.Kind.MAINLAND ? RESIDENT_ID : RESIDENCE_PERMIT;
    }

    private static Optional<ResidentId> number(JsonValue at, Reading reading) {
        Optional<ResidentId.Fault> fault = ResidentId.faultOf(at.text());
        if (fault.isPresent()) {
            return reading.values().refused(at, complaint(fault.get()), "");
        }
        ResidentId number = ResidentId.parse(at.text());
        boolean inRange = number.birthDate().getYear() >= FIRST_YEAR
                && !number.birthDate().isAfter(reading.today());
        return inRange ? Optional.of(number) : reading.values().refused(at, Complaint.ID_BIRTH_RANGE, "");
    }

    private static Complaint complaint(ResidentId.Fault fault) {
        return switch (fault) {
            case SHAPE -> Complaint.ID_SHAPE;
            case BIRTH_DATE -> Complaint.ID_BIRTH_DATE;
            case CHECK_DIGIT -> Complaint.ID_CHECK_DIGIT;
        };
    }
}
