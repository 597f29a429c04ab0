package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.OBJECT;
import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.time.LocalDate;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Member.MaritalStatus;
import org.onevisit.housing.model.Member.Relation;
import org.onevisit.housing.model.ResidentId;

/** A member of the household as far as it could be read. */
final class MemberDraft implements Register.Entry {
    private static final int LONGEST_NAME = 50;

    private final Reading reading;
    private final Fields fields;
    private final Optional<String> id;
    private final Optional<String> name;
    private final Optional<Relation> relation;
    private final Optional<MaritalStatus> maritalStatus;
    private final Optional<JsonValue> guardian;
    private Optional<ResidentId> identity;
    private Optional<Division> register = Optional.empty();
    private Optional<LocalDate> since = Optional.empty();

    MemberDraft(JsonValue at, Reading reading) {
        this.reading = reading;
        fields = reading.fields(at, "id", "name", "relation", "identity", "register", "maritalStatus", "guardian");
        Values values = reading.values();
        id = fields.required("id", TEXT).flatMap(v -> values.shaped(v, Values.ID));
        name = fields.required("name", TEXT).flatMap(v -> values.prose(v, LONGEST_NAME));
        relation = fields.required("relation", TEXT).flatMap(v -> values.oneOf(v, Relation.class));
        identity = fields.required("identity", OBJECT).flatMap(v -> IdentityDraft.read(v, reading));
        fields.required("register", OBJECT).ifPresent(this::readRegister);
        maritalStatus = fields.isAbsent("maritalStatus")
                ? Optional.of(MaritalStatus.UNSTATED)
                : fields.optional("maritalStatus", TEXT).flatMap(v -> values.oneOf(v, MaritalStatus.class));
        guardian = fields.optional("guardian", TEXT);
    }

    private void readRegister(JsonValue at) {
        Fields parts = reading.fields(at, "division", "since");
        register = parts.required("division", TEXT).flatMap(reading.values()::division);
        since = parts.optional("since", TEXT).flatMap(v -> reading.values().date(v, reading.today()));
    }

    @Override
    public JsonValue at() {
        return fields.object();
    }

    /** Where a field of the member stands. */
    JsonValue at(String field) {
        return at().field(field).orElse(at());
    }

    @Override
    public Optional<String> id() {
        return id;
    }

    Optional<Relation> relation() {
        return relation;
    }

    boolean is(Relation wanted) {
        return relation.filter(r -> r == wanted).isPresent();
    }

    Optional<ResidentId> identity() {
        return identity;
    }

    /** The number stands at another member already: nothing more is concluded from it. */
    void distrustIdentity() {
        identity = Optional.empty();
    }

    Optional<MaritalStatus> maritalStatus() {
        return maritalStatus;
    }

    /** The reference to the guardian, if there is one that could be read. */
    Optional<JsonValue> guardian() {
        return guardian;
    }

    boolean namesNoGuardian() {
        return fields.isAbsent("guardian");
    }

    /** The member; only when the submission has no fault. */
    Member build() {
        return new Member(
                id.orElseThrow(),
                name.orElseThrow(),
                relation.orElseThrow(),
                identity.orElseThrow(),
                register.orElseThrow(),
                since,
                maritalStatus.orElseThrow(),
                guardian.map(JsonValue::text));
    }
}
