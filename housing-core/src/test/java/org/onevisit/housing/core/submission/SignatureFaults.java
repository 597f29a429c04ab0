package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.submission.HouseholdFaults.member;
import static org.onevisit.housing.process.ErrorCode.BAD_SIGNATURE;
import static org.onevisit.housing.process.ErrorCode.DANGLING_REFERENCE;
import static org.onevisit.housing.process.ErrorCode.MISSING_FIELD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.onevisit.housing.core.submission.JsonDraft.Obj;

/** Faults of the signatures: who signed for whom, on which paper. */
final class SignatureFaults {
    private SignatureFaults() {}

    static Map<String, Predicate<Plan>> kinds() {
        Map<String, Predicate<Plan>> kinds = new LinkedHashMap<>();
        kinds.put("dangling member of a signature", signature("member"));
        kinds.put("dangling signer", signature("signedBy"));
        kinds.put("dangling document of a signature", SignatureFaults::danglingDocument);
        kinds.put("signed by a minor", SignatureFaults::signedByMinor);
        kinds.put("signed by a stranger", SignatureFaults::signedByStranger);
        kinds.put("signed for oneself", SignatureFaults::signedForOneself);
        kinds.put("guardian not marked", SignatureFaults::guardianNotMarked);
        return kinds;
    }

    private static Predicate<Plan> signature(String field) {
        return plan -> {
            List<Object> signed = plan.submission.list("authorisations");
            int k = plan.where(signed, a -> true);
            String pointer = "/authorisations/" + k + "/" + field;
            if (k < 0 || !plan.claim(List.of(pointer), List.of("#members"))) {
                return false;
            }
            ((Obj) signed.get(k)).put(field, "nobody");
            return plan.expect(pointer, DANGLING_REFERENCE);
        };
    }

    private static boolean danglingDocument(Plan plan) {
        List<Object> signed = plan.submission.list("authorisations");
        int k = plan.where(signed, a -> true);
        String pointer = "/authorisations/" + k + "/document";
        if (k < 0 || !plan.claim(List.of(pointer), List.of("#documents"))) {
            return false;
        }
        ((Obj) signed.get(k)).put("document", "nothing");
        return plan.expect(pointer, DANGLING_REFERENCE);
    }

    /** Claims to change a field of the k-th signature, which is that of the k-th member, and all that its meaning rests on. */
    private static boolean claimSignature(Plan plan, int k, String field) {
        String at = "/authorisations/" + k;
        List<String> rests = new ArrayList<>(List.of(
                "#members",
                at + "/member",
                at + "/signedBy",
                at + "/as",
                member(k) + "/identity",
                member(k) + "/guardian"));
        rests.remove(at + "/" + field);
        return plan.claim(List.of(at + "/" + field), rests);
    }

    private static int signatureOf(Plan plan, Predicate<Obj> fits) {
        int k = plan.where(plan.members(), fits);
        return k < plan.submission.list("authorisations").size() ? k : -1;
    }

    private static Obj signature(Plan plan, int k) {
        return (Obj) plan.submission.list("authorisations").get(k);
    }

    private static boolean signedByMinor(Plan plan) {
        int k = signatureOf(plan, plan::isMinor);
        if (k < 0 || !claimSignature(plan, k, "signedBy")) {
            return false;
        }
        signature(plan, k).put("signedBy", plan.member(k).text("id"));
        return plan.expect("/authorisations/" + k + "/signedBy", BAD_SIGNATURE);
    }

    private static boolean signedByStranger(Plan plan) {
        int k = signatureOf(plan, m -> true);
        int other = plan.where(plan.members(), m -> !m.text("id")
                .equals(k < 0 ? "" : plan.member(k).text("guardian")));
        if (k < 0 || other < 0 || other == k || !claimSignature(plan, k, "signedBy")) {
            return false;
        }
        signature(plan, k).put("signedBy", plan.member(other).text("id"));
        return plan.expect("/authorisations/" + k + "/signedBy", BAD_SIGNATURE);
    }

    private static boolean signedForOneself(Plan plan) {
        int k = signatureOf(plan, m -> !plan.isMinor(m));
        if (k < 0 || !claimSignature(plan, k, "as")) {
            return false;
        }
        signature(plan, k).put("as", "GUARDIAN");
        return plan.expect("/authorisations/" + k + "/as", BAD_SIGNATURE);
    }

    private static boolean guardianNotMarked(Plan plan) {
        int k = signatureOf(plan, plan::isMinor);
        if (k < 0 || !claimSignature(plan, k, "as")) {
            return false;
        }
        signature(plan, k).remove("as");
        return plan.expect("/authorisations/" + k + "/as", MISSING_FIELD);
    }
}
