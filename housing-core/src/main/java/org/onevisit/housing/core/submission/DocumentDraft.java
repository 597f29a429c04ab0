package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;

/** A paper that was handed in, as far as it could be read. */
final class DocumentDraft implements Register.Entry {
    private static final Fields.Size MEMBERS = new Fields.Size(0, 20);

    private final Fields fields;
    private final Optional<String> id;
    private final Optional<String> kind;
    private final List<JsonValue> members;
    private final Optional<String> originalSeenBy;

    DocumentDraft(JsonValue at, Reading reading) {
        fields = reading.fields(at, "id", "kind", "members", "originalSeenBy");
        Values values = reading.values();
        List<String> kinds =
                reading.rules().documents().stream().map(DocumentRule::kind).toList();
        id = fields.required("id", TEXT).flatMap(v -> values.shaped(v, Values.ID));
        kind = fields.required("kind", TEXT).flatMap(v -> values.oneOf(v, kinds));
        members = fields.list("members", MEMBERS, TEXT, v -> v).read();
        originalSeenBy = fields.optional("originalSeenBy", TEXT).flatMap(v -> values.shaped(v, Values.ACTOR));
    }

    /** Checks whom it is about. */
    void check(Register<MemberDraft> household, Faults faults) {
        Set<MemberDraft> seen = new HashSet<>();
        for (JsonValue reference : members) {
            if (household.find(reference).filter(m -> !seen.add(m)).isPresent()) {
                faults.add(reference, Complaint.DUPLICATE_ENTRY);
            }
        }
    }

    @Override
    public JsonValue at() {
        return fields.object();
    }

    @Override
    public Optional<String> id() {
        return id;
    }

    /** The document; only when the submission has no fault. */
    Document build() {
        return new Document(
                id.orElseThrow(),
                kind.orElseThrow(),
                members.stream().map(JsonValue::text).toList(),
                originalSeenBy);
    }
}
