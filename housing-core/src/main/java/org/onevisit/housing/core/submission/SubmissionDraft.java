package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.OBJECT;
import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Application.Programme;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Division;

/** A submission as far as it could be read: first every part by itself, then what one part says about another. */
final class SubmissionDraft {
    private static final Fields.Size DOCUMENTS = new Fields.Size(0, 100);
    private static final Fields.Size AUTHORISATIONS = new Fields.Size(0, 60);

    private final Reading reading;
    private final Fields fields;
    private final Optional<Programme> programme;
    private final Optional<Assistance> assistance;
    private final Optional<Division> division;
    private final Optional<IntakeDraft> intake;
    private final Optional<JsonValue> applicant;
    private final Optional<ContactDraft> contact;
    private final Optional<HouseholdDraft> household;
    private final Register<DocumentDraft> documents;
    private final List<AuthorisationDraft> authorisations;

    SubmissionDraft(JsonValue root, Reading reading) {
        this.reading = reading;
        fields = reading.fields(
                root,
                "programme",
                "assistance",
                "division",
                "intake",
                "applicant",
                "contact",
                "household",
                "documents",
                "authorisations");
        Values values = reading.values();
        programme = fields.required("programme", TEXT).flatMap(v -> values.oneOf(v, Programme.class));
        assistance = fields.required("assistance", TEXT).flatMap(v -> values.oneOf(v, Assistance.class));
        division = fields.required("division", TEXT).flatMap(this::county);
        intake = fields.required("intake", OBJECT).map(v -> new IntakeDraft(v, reading));
        applicant = fields.required("applicant", TEXT);
        contact = fields.required("contact", OBJECT).map(v -> new ContactDraft(v, reading));
        household = fields.required("household", OBJECT).map(v -> new HouseholdDraft(v, reading));
        documents = new Register<>(
                fields.list("documents", DOCUMENTS, OBJECT, v -> new DocumentDraft(v, reading)),
                Complaint.NO_SUCH_DOCUMENT,
                reading.faults());
        authorisations = fields.list("authorisations", AUTHORISATIONS, OBJECT, v -> new AuthorisationDraft(v, reading))
                .read();
        checkAcross();
    }

    private Optional<Division> county(JsonValue at) {
        Optional<Division> named = reading.values().division(at);
        return named.filter(place -> !place.equals(reading.county())).isPresent()
                ? reading.values()
                        .refused(at, Complaint.DIVISION_OTHER, reading.county().code())
                : named;
    }

    private void checkAcross() {
        Faults faults = reading.faults();
        Register<MemberDraft> members = household
                .map(HouseholdDraft::members)
                .orElseGet(() -> Register.unread(Complaint.NO_SUCH_MEMBER, faults));
        Optional<MemberDraft> signs = applicant.flatMap(members::find);
        household.ifPresent(h -> new Relations(h, faults).check(fields, signs));
        Optional<Instant> receivedAt = intake.flatMap(IntakeDraft::receivedAt);
        Ages ages = new Ages(receivedAt, reading);
        Guardians guardians = new Guardians(members, ages, faults);
        documents.entries().forEach(document -> document.check(members, faults));
        for (AuthorisationDraft authorisation : authorisations) {
            authorisation.checkAge(receivedAt);
            authorisation.checkSigner(members, documents, ages, guardians);
        }
    }

    /** The dossier; only when there is no fault. */
    Application build() {
        return Application.builder()
                .programme(programme.orElseThrow())
                .assistance(assistance.orElseThrow())
                .division(division.orElseThrow())
                .intake(intake.orElseThrow().build())
                .applicant(applicant.orElseThrow().text())
                .contact(contact.orElseThrow().build())
                .household(household.orElseThrow().build())
                .documents(
                        documents.entries().stream().map(DocumentDraft::build).toList())
                .authorisations(
                        authorisations.stream().map(AuthorisationDraft::build).toList())
                .build();
    }
}
