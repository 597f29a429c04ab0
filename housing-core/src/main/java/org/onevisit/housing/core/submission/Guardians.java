package org.onevisit.housing.core.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;

/** Has each minor a guardian, and is each guardian an adult of the household? An adult may have one too. */
final class Guardians {
    private final Map<MemberDraft, MemberDraft> guardians = new HashMap<>();
    private final Register<MemberDraft> members;
    private final Ages ages;
    private final Faults faults;

    Guardians(Register<MemberDraft> members, Ages ages, Faults faults) {
        this.members = members;
        this.ages = ages;
        this.faults = faults;
        members.entries().forEach(this::check);
    }

    private void check(MemberDraft ward) {
        if (ward.namesNoGuardian() && isMinor(ward)) {
            faults.addMissing(ward.at(), "guardian", Complaint.GUARDIAN_MISSING);
        }
        Optional<JsonValue> reference = ward.guardian();
        Optional<MemberDraft> guardian = reference.flatMap(members::find);
        if (reference.isPresent() && guardian.isPresent()) {
            fault(ward, guardian.get())
                    .ifPresentOrElse(
                            complaint -> faults.add(reference.get(), complaint),
                            () -> guardians.put(ward, guardian.get()));
        }
    }

    private Optional<Complaint> fault(MemberDraft ward, MemberDraft guardian) {
        if (ward == guardian) {
            return Optional.of(Complaint.GUARDIAN_ONESELF);
        }
        return isMinor(guardian) ? Optional.of(Complaint.GUARDIAN_NOT_ADULT) : Optional.empty();
    }

    private boolean isMinor(MemberDraft member) {
        return ages.isMinor(member).orElse(false);
    }

    /** The guardian of a member, if there is one and nothing is wrong with that. */
    Optional<MemberDraft> of(MemberDraft ward) {
        return Optional.ofNullable(guardians.get(ward));
    }

    /** Is it certain who may sign for the member: the member, or the guardian found? */
    boolean isSettled(MemberDraft ward) {
        return guardians.containsKey(ward)
                || (ward.namesNoGuardian() && !ages.isMinor(ward).orElse(true));
    }
}
