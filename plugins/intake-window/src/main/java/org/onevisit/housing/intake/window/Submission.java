package org.onevisit.housing.intake.window;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules;

/** Makes a submission out of what was typed into the form; whether it is well-formed is judged by the core. */
final class Submission {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final EntryForm form;
    private final Actor clerk;
    private final Map<String, String> papers = new LinkedHashMap<>();

    private Submission(EntryForm form, Actor clerk) {
        this.form = form;
        this.clerk = clerk;
    }

    /** The submission as JSON. */
    static String json(EntryForm form, Actor clerk, String window, Instant receivedAt) {
        return new Submission(form, clerk).build(window, receivedAt);
    }

    private String build(String window, Instant receivedAt) {
        ObjectNode root = JSON.objectNode();
        root.put("programme", "PUBLIC_RENTAL_HOUSING");
        root.put("division", form.asked().division().code());
        root.putObject("intake")
                .put("channel", WindowChannel.CHANNEL)
                .put("window", window)
                .put(
                        "receivedAt",
                        receivedAt
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(WorkCalendar.ZONE)
                                .toOffsetDateTime()
                                .toString());
        root.put("applicant", "m1");
        members(root);
        form.fields().forEach(field -> put(root, field.pointer(), field.value()));
        ArrayNode notices = child(root, "contact").putArray("notices");
        form.notices().forEach(notices::add);
        documents(root.putArray("documents"));
        authorisations(root.putArray("authorisations"));
        return root.toString();
    }

    private void members(ObjectNode root) {
        ArrayNode members = root.putObject("household").putArray("members");
        for (String id : form.members()) {
            ObjectNode member = members.addObject().put("id", id);
            if (id.equals("m1")) {
                member.put("relation", "SELF");
            }
            member.putObject("identity").put("kind", "RESIDENT_ID");
            member.putObject("register");
        }
    }

    private void documents(ArrayNode documents) {
        for (ProcessRules.DocumentRule rule : form.asked().documents()) {
            List<String> about = form.members().stream()
                    .filter(m -> form.ticked("doc." + rule.kind() + "." + m))
                    .toList();
            boolean received = rule.perMember() ? !about.isEmpty() : form.ticked("doc." + rule.kind());
            if (!received && !(rule.kind().equals(formOfSignatures()) && isAnybodySigned())) {
                continue;
            }
            String id = "d" + (papers.size() + 1);
            papers.put(rule.kind(), id);
            ObjectNode document = documents.addObject().put("id", id).put("kind", rule.kind());
            if (rule.perMember()) {
                ArrayNode members = document.putArray("members");
                about.forEach(members::add);
            }
            if (form.ticked("seen." + rule.kind())) {
                document.put("originalSeenBy", clerk.id());
            }
        }
    }

    private void authorisations(ArrayNode authorisations) {
        List<String> members = form.members();
        for (String purpose : form.asked().purposes()) {
            for (int i = 0; i < members.size(); i++) {
                if (form.ticked("sign." + members.get(i))) {
                    String guardian = form.text("/household/members/" + i + "/guardian");
                    ObjectNode signature = authorisations.addObject();
                    signature.put("member", members.get(i)).put("purpose", purpose);
                    signature.put("signedBy", guardian.isEmpty() ? members.get(i) : guardian);
                    if (!guardian.isEmpty()) {
                        signature.put("as", "GUARDIAN");
                    }
                    signature.put("signedOn", form.signedOn());
                    signature.put("document", papers.getOrDefault(formOfSignatures(), "d1"));
                }
            }
        }
    }

    private boolean isAnybodySigned() {
        return form.members().stream().anyMatch(m -> form.ticked("sign." + m));
    }

    private String formOfSignatures() {
        List<String> kinds = new ArrayList<>(form.asked().documents().stream()
                .map(ProcessRules.DocumentRule::kind)
                .toList());
        return kinds.contains(Document.ECONOMIC_STATUS_INQUIRY_FORM) || kinds.isEmpty()
                ? Document.ECONOMIC_STATUS_INQUIRY_FORM
                : kinds.get(kinds.size() - 1);
    }

    private static void put(ObjectNode root, String pointer, String value) {
        if (value.isEmpty()) {
            return;
        }
        String[] parts = pointer.substring(1).split("/", -1);
        ObjectNode place = root;
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].equals("members")) {
                place = (ObjectNode) place.get("members").get(Integer.parseInt(parts[++i]));
            } else {
                place = child(place, parts[i]);
            }
        }
        place.put(parts[parts.length - 1], value);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }
}
