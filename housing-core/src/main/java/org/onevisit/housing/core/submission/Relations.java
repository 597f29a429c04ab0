package org.onevisit.housing.core.submission;

import static org.onevisit.housing.model.Member.Relation.SELF;
import static org.onevisit.housing.model.Member.Relation.SPOUSE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.Member.MaritalStatus;
import org.onevisit.housing.model.Member.Relation;

/** Do the relations to the applicant fit together? A contradiction is a fault at one place, and only where it is certain. */
final class Relations {
    private static final Set<MaritalStatus> NOT_MARRIED =
            EnumSet.complementOf(EnumSet.of(MaritalStatus.MARRIED, MaritalStatus.UNSTATED));

    private final HouseholdDraft household;
    private final List<MemberDraft> members;
    private final Faults faults;

    Relations(HouseholdDraft household, Faults faults) {
        this.household = household;
        this.members = household.members().entries();
        this.faults = faults;
    }

    /** Checks them against the applicant, if there is one that could be found. */
    void check(Fields submission, Optional<MemberDraft> applicant) {
        List<MemberDraft> selves = all(SELF);
        List<MemberDraft> spouses = all(SPOUSE);
        if (selves.isEmpty()) {
            checkNobodyIsSelf(applicant);
        } else if (applicant
                .filter(a -> a.relation().isPresent() && !a.is(SELF))
                .isPresent()) {
            submission.object().field("applicant").ifPresent(at -> faults.add(at, Complaint.APPLICANT_NOT_SELF));
        }
        MemberDraft first = applicant.filter(a -> a.is(SELF)).orElse(selves.isEmpty() ? null : selves.get(0));
        selves.stream().filter(m -> m != first).forEach(m -> faults.add(m.at("relation"), Complaint.SECOND_SELF));
        spouses.stream().skip(1).forEach(m -> faults.add(m.at("relation"), Complaint.SECOND_SPOUSE));
        if (selves.size() == 1 && spouses.size() == 1) {
            checkMarried(selves.get(0));
            checkMarried(spouses.get(0));
        }
    }

    private List<MemberDraft> all(Relation relation) {
        return members.stream().filter(m -> m.is(relation)).toList();
    }

    private void checkNobodyIsSelf(Optional<MemberDraft> applicant) {
        boolean certain = household.members().isComplete()
                && members.stream().allMatch(m -> m.relation().isPresent());
        if (certain) {
            faults.add(applicant.map(a -> a.at("relation")).orElse(household.membersAt()), Complaint.NO_SELF);
        }
    }

    private void checkMarried(MemberDraft member) {
        if (member.maritalStatus().filter(NOT_MARRIED::contains).isPresent()) {
            faults.add(member.at("maritalStatus"), Complaint.SPOUSE_NOT_MARRIED);
        }
    }
}
