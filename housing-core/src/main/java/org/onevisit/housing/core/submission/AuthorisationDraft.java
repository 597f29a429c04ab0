package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Authorisation;

/** A signature as far as it could be read. */
final class AuthorisationDraft {
    private static final String GUARDIAN = "GUARDIAN";
    private static final int OLDEST_YEARS = 1;

    private final Reading reading;
    private final Fields fields;
    private final Optional<JsonValue> member;
    private final Optional<String> purpose;
    private final Optional<JsonValue> signedBy;
    private final Optional<String> capacity;
    private final Optional<LocalDate> signedOn;
    private final Optional<JsonValue> document;

    AuthorisationDraft(JsonValue at, Reading reading) {
        this.reading = reading;
        fields = reading.fields(at, "member", "purpose", "signedBy", "as", "signedOn", "document");
        Values values = reading.values();
        member = fields.required("member", TEXT);
        purpose = fields.required("purpose", TEXT)
                .flatMap(v -> values.oneOf(v, List.of(Authorisation.HOUSING_SECURITY_VERIFICATION)));
        signedBy = fields.required("signedBy", TEXT);
        capacity = fields.optional("as", TEXT).flatMap(v -> values.oneOf(v, List.of(GUARDIAN)));
        signedOn = fields.required("signedOn", TEXT).flatMap(v -> values.date(v, reading.today()));
        document = fields.required("document", TEXT);
    }

    /** Is it younger than a year on the day of receipt? */
    void checkAge(Optional<Instant> receivedAt) {
        Optional<LocalDate> earliest =
                receivedAt.map(moment -> Reading.day(moment).minusYears(OLDEST_YEARS));
        if (earliest.isPresent() && signedOn.filter(earliest.get()::isAfter).isPresent()) {
            fields.object().field("signedOn").ifPresent(at -> reading.faults()
                    .add(at, Complaint.DATE_OLD, earliest.get().toString()));
        }
    }

    /** Do member, signer and document exist, and may the one sign for the other? */
    void checkSigner(Register<MemberDraft> members, Register<DocumentDraft> documents, Ages ages, Guardians guardians) {
        document.ifPresent(documents::find);
        Optional<MemberDraft> subject = member.flatMap(members::find);
        Optional<MemberDraft> signer = signedBy.flatMap(members::find);
        if (subject.isEmpty() || signer.isEmpty()) {
            return;
        }
        if (subject.get() == signer.get()) {
            checkOwn(ages.isMinor(subject.get()));
        } else if (guardians.isSettled(subject.get())) {
            checkGuardian(
                    guardians.of(subject.get()).filter(signer.get()::equals).isPresent());
        }
    }

    private void checkOwn(Optional<Boolean> minor) {
        if (minor.orElse(false)) {
            fault("signedBy", Complaint.SIGNED_BY_MINOR);
        } else if (minor.isPresent() && capacity.isPresent()) {
            fault("as", Complaint.SIGNED_FOR_ONESELF);
        }
    }

    private void checkGuardian(boolean signs) {
        if (!signs) {
            fault("signedBy", Complaint.SIGNED_BY_STRANGER);
        } else if (fields.isAbsent("as")) {
            reading.faults().addMissing(fields.object(), "as", Complaint.MISSING_FIELD);
        }
    }

    private void fault(String field, Complaint complaint) {
        fields.object().field(field).ifPresent(at -> reading.faults().add(at, complaint));
    }

    /** The authorisation; only when the submission has no fault. */
    Authorisation build() {
        return new Authorisation(
                member.orElseThrow().text(),
                purpose.orElseThrow(),
                signedBy.orElseThrow().text(),
                signedOn.orElseThrow(),
                document.orElseThrow().text());
    }
}
