package org.onevisit.housing.host.demo.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Writes a dossier in the form in which channels send it. */
final class SubmissionText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SubmissionText() {}

    static ObjectNode of(Application application) {
        ObjectNode json = NODES.objectNode();
        json.put("programme", application.programme().name());
        json.put("assistance", application.assistance().name());
        json.put("division", application.division().code());
        ObjectNode intake = json.putObject("intake");
        intake.put("channel", application.intake().channel());
        intake.put("window", application.intake().window());
        intake.put(
                "receivedAt",
                application
                        .intake()
                        .receivedAt()
                        .atZone(WorkCalendar.ZONE)
                        .toOffsetDateTime()
                        .toString());
        json.put("applicant", application.applicant());
        ObjectNode contact = json.putObject("contact");
        contact.put("mobile", application.contact().mobile());
        ArrayNode ways = contact.putArray("notices");
        application.contact().notices().stream()
                .sorted(Comparator.naturalOrder())
                .map(Contact.Way::name)
                .forEach(ways::add);
        household(json.putObject("household"), application);
        ArrayNode documents = json.putArray("documents");
        application.documents().forEach(document -> documents.add(document(document)));
        ArrayNode authorisations = json.putArray("authorisations");
        application.authorisations().forEach(signature -> authorisations.add(authorisation(signature)));
        return json;
    }

    private static void household(ObjectNode json, Application application) {
        ObjectNode residence = json.putObject("residence");
        residence.put("division", application.household().residence().code());
        residence.put("address", application.household().address());
        ArrayNode members = json.putArray("members");
        application.household().members().forEach(member -> members.add(member(member)));
    }

    private static ObjectNode member(Member member) {
        ObjectNode json = NODES.objectNode();
        json.put("id", member.id());
        json.put("name", member.name());
        json.put("relation", member.relation().name());
        ObjectNode identity = json.putObject("identity");
        identity.put("kind", "RESIDENT_ID");
        identity.put("number", member.identity().number());
        ObjectNode register = json.putObject("register");
        register.put("division", member.register().code());
        member.registeredSince().ifPresent(day -> register.put("since", day.toString()));
        json.put("maritalStatus", member.maritalStatus().name());
        member.guardian().ifPresent(id -> json.put("guardian", id));
        return json;
    }

    private static ObjectNode document(Document document) {
        ObjectNode json = NODES.objectNode();
        json.put("id", document.id());
        json.put("kind", document.kind());
        ArrayNode members = json.putArray("members");
        document.members().forEach(members::add);
        document.originalSeenBy().ifPresent(officer -> json.put("originalSeenBy", officer));
        return json;
    }

    private static ObjectNode authorisation(Authorisation authorisation) {
        ObjectNode json = NODES.objectNode();
        json.put("member", authorisation.member());
        json.put("purpose", authorisation.purpose());
        json.put("signedBy", authorisation.signedBy());
        if (authorisation.byGuardian()) {
            json.put("as", "GUARDIAN");
        }
        json.put("signedOn", authorisation.signedOn().toString());
        json.put("document", authorisation.document());
        return json;
    }
}
