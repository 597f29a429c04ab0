package org.onevisit.housing.core.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * Writes a dossier as the submission that says the same: always the same text for the same dossier. Immutable; may be used by
 * several threads.
 */
public final class SubmissionWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(WorkCalendar.ZONE);

    /** Writes the dossier. The text holds personal data. */
    public String write(Application application) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("programme", application.programme().name());
            json.writeStringField("assistance", application.assistance().name());
            json.writeStringField("division", application.division().code());
            writeIntake(json, application);
            json.writeStringField("applicant", application.applicant());
            writeContact(json, application.contact());
            writeHousehold(json, application.household());
            writeDocuments(json, application.documents());
            writeAuthorisations(json, application.authorisations());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: the text is in memory
        }
        return text.toString();
    }

    private static void writeIntake(JsonGenerator json, Application application) throws IOException {
        json.writeObjectFieldStart("intake");
        json.writeStringField("channel", application.intake().channel());
        json.writeStringField("window", application.intake().window());
        json.writeStringField("receivedAt", text(application.intake().receivedAt()));
        json.writeEndObject();
    }

    private static String text(Instant moment) {
        return MOMENT.format(moment);
    }

    private static void writeContact(JsonGenerator json, Contact contact) throws IOException {
        json.writeObjectFieldStart("contact");
        json.writeStringField("mobile", contact.mobile());
        writeTexts(
                json,
                "notices",
                contact.notices().stream().sorted().map(Enum::name).toList());
        json.writeEndObject();
    }

    private static void writeHousehold(JsonGenerator json, Household household) throws IOException {
        json.writeObjectFieldStart("household");
        json.writeObjectFieldStart("residence");
        json.writeStringField("division", household.residence().code());
        json.writeStringField("address", household.address());
        json.writeEndObject();
        json.writeArrayFieldStart("members");
        for (Member member : household.members()) {
            writeMember(json, member);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeMember(JsonGenerator json, Member member) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", member.id());
        json.writeStringField("name", member.name());
        json.writeStringField("relation", member.relation().name());
        json.writeObjectFieldStart("identity");
        json.writeStringField("kind", IdentityDraft.kindOf(member.identity()));
        json.writeStringField("number", member.identity().number());
        json.writeEndObject();
        json.writeObjectFieldStart("register");
        json.writeStringField("division", member.register().code());
        if (member.registeredSince().isPresent()) {
            json.writeStringField("since", member.registeredSince().get().toString());
        }
        json.writeEndObject();
        json.writeStringField("maritalStatus", member.maritalStatus().name());
        if (member.guardian().isPresent()) {
            json.writeStringField("guardian", member.guardian().get());
        }
        json.writeEndObject();
    }

    private static void writeDocuments(JsonGenerator json, List<Document> documents) throws IOException {
        json.writeArrayFieldStart("documents");
        for (Document document : documents) {
            json.writeStartObject();
            json.writeStringField("id", document.id());
            json.writeStringField("kind", document.kind());
            writeTexts(json, "members", document.members());
            if (document.originalSeenBy().isPresent()) {
                json.writeStringField(
                        "originalSeenBy", document.originalSeenBy().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAuthorisations(JsonGenerator json, List<Authorisation> authorisations) throws IOException {
        json.writeArrayFieldStart("authorisations");
        for (Authorisation authorisation : authorisations) {
            json.writeStartObject();
            json.writeStringField("member", authorisation.member());
            json.writeStringField("purpose", authorisation.purpose());
            json.writeStringField("signedBy", authorisation.signedBy());
            if (authorisation.byGuardian()) {
                json.writeStringField("as", "GUARDIAN");
            }
            json.writeStringField("signedOn", authorisation.signedOn().toString());
            json.writeStringField("document", authorisation.document());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
