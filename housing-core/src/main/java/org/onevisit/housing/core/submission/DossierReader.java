package org.onevisit.housing.core.submission;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonTree;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.core.json.NotJsonException;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Reads a dossier back that {@link SubmissionWriter} wrote, whenever that was: what was right at its receipt is not judged again,
 * and a field of a later format is passed over. Immutable; may be used by several threads.
 */
public final class DossierReader {
    /**
     * Reads a stored dossier.
     *
     * @throws HousingException INTERNAL if it is no dossier; the text is not repeated
     */
    public Application read(String json) {
        try {
            JsonValue root = JsonTree.parse(json);
            JsonValue intake = part(root, "intake");
            JsonValue contact = part(root, "contact");
            return Application.builder()
                    .programme(Application.Programme.valueOf(text(root, "programme")))
                    .assistance(Assistance.valueOf(text(root, "assistance")))
                    .division(Division.of(text(root, "division")))
                    .intake(new Intake(
                            text(intake, "channel"),
                            text(intake, "window"),
                            OffsetDateTime.parse(text(intake, "receivedAt")).toInstant()))
                    .applicant(text(root, "applicant"))
                    .contact(new Contact(
                            text(contact, "mobile"),
                            texts(contact, "notices").stream()
                                    .map(Contact.Way::valueOf)
                                    .collect(toSet())))
                    .household(household(part(root, "household")))
                    .documents(items(root, "documents").stream()
                            .map(DossierReader::document)
                            .toList())
                    .authorisations(items(root, "authorisations").stream()
                            .map(DossierReader::authorisation)
                            .toList())
                    .build();
        } catch (NotJsonException | NoSuchElementException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new HousingException(
                    ErrorCode.INTERNAL,
                    "a stored dossier cannot be read (" + e.getClass().getSimpleName() + "); restore it from a backup");
        }
    }

    private static Household household(JsonValue at) {
        JsonValue residence = part(at, "residence");
        return new Household(
                Division.of(text(residence, "division")),
                text(residence, "address"),
                items(at, "members").stream().map(DossierReader::member).toList());
    }

    private static Member member(JsonValue at) {
        JsonValue register = part(at, "register");
        return new Member(
                text(at, "id"),
                text(at, "name"),
                Member.Relation.valueOf(text(at, "relation")),
                ResidentId.parse(text(part(at, "identity"), "number")),
                Division.of(text(register, "division")),
                optional(register, "since").map(LocalDate::parse),
                Member.MaritalStatus.valueOf(text(at, "maritalStatus")),
                optional(at, "guardian"));
    }

    private static Document document(JsonValue at) {
        return new Document(text(at, "id"), text(at, "kind"), texts(at, "members"), optional(at, "originalSeenBy"));
    }

    private static Authorisation authorisation(JsonValue at) {
        return new Authorisation(
                text(at, "member"),
                text(at, "purpose"),
                text(at, "signedBy"),
                LocalDate.parse(text(at, "signedOn")),
                text(at, "document"));
    }

    private static JsonValue part(JsonValue at, String name) {
        return at.field(name).orElseThrow();
    }

    private static String text(JsonValue at, String name) {
        return part(at, name).text();
    }

    private static Optional<String> optional(JsonValue at, String name) {
        return at.field(name).map(JsonValue::text);
    }

    private static List<JsonValue> items(JsonValue at, String name) {
        return part(at, name).items();
    }

    private static List<String> texts(JsonValue at, String name) {
        return items(at, name).stream().map(JsonValue::text).toList();
    }
}
