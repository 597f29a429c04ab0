package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** A dossier in the form of a submission, so that what was read can be corrected and sent back. */
@Schema(
        name = "Application",
        description =
                "What a household hands in. No income, home or bank figure: agencies answer those. Holds personal data")
record Dossier(
        Application.Programme programme,
        Assistance assistance,

        @Schema(description = "The county that decides, 6 digits")
        Division division,

        Intake intake,
        @Schema(description = "Id of the member who signs") String applicant,
        Contact contact,
        Household household,
        List<Document> documents,
        List<Authorisation> authorisations) {
    /** How it came in. */
    @Schema(name = "ApplicationIntake")
    record Intake(
            String channel,
            String window,

            @Schema(description = "Now when left out", requiredMode = RequiredMode.NOT_REQUIRED)
            OffsetDateTime receivedAt) {}

    /** Who applies, and where they live. */
    @Schema(name = "ApplicationHousehold")
    record Household(Residence residence, List<DossierMember> members) {}

    /** Where they live. */
    @Schema(name = "ApplicationResidence")
    record Residence(Division division, String address) {}

    /** A paper. */
    @Schema(name = "ApplicationDocument")
    record Document(
            String id,

            @Schema(description = "Kind; GET /form lists those that the county asks for")
            String kind,

            @Schema(description = "Whom it is about; left out for the household")
            List<String> members,

            @Schema(description = "Officer who saw the original")
            Optional<String> originalSeenBy) {}

    /** A signature. */
    @Schema(name = "ApplicationAuthorisation")
    record Authorisation(
            String member,
            String purpose,
            String signedBy,

            @Schema(description = "GUARDIAN where somebody signed for a minor")
            Optional<As> as,

            LocalDate signedOn,

            @Schema(description = "Id of the form that carries it")
            String document) {}

    /** In which capacity somebody signed for another. */
    enum As {
        /** For a minor. */
        GUARDIAN
    }

    static Dossier of(Application application) {
        return new Dossier(
                application.programme(),
                application.assistance(),
                application.division(),
                new Intake(
                        application.intake().channel(),
                        application.intake().window(),
                        application
                                .intake()
                                .receivedAt()
                                .atZone(WorkCalendar.ZONE)
                                .toOffsetDateTime()),
                application.applicant(),
                contact(application),
                household(application),
                application.documents().stream().map(Dossier::document).toList(),
                application.authorisations().stream()
                        .map(Dossier::authorisation)
                        .toList());
    }

    private static Contact contact(Application application) {
        return new Contact(
                application.contact().mobile(),
                new java.util.TreeSet<>(application.contact().notices()));
    }

    private static Household household(Application application) {
        org.onevisit.housing.model.Household household = application.household();
        return new Household(
                new Residence(household.residence(), household.address()),
                household.members().stream().map(DossierMember::of).toList());
    }

    private static Document document(org.onevisit.housing.model.Document document) {
        return new Document(document.id(), document.kind(), document.members(), document.originalSeenBy());
    }

    private static Authorisation authorisation(org.onevisit.housing.model.Authorisation signed) {
        return new Authorisation(
                signed.member(),
                signed.purpose(),
                signed.signedBy(),
                signed.byGuardian() ? Optional.of(As.GUARDIAN) : Optional.empty(),
                signed.signedOn(),
                signed.document());
    }
}
