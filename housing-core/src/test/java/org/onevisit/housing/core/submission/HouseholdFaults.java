package org.onevisit.housing.core.submission;

import static org.onevisit.housing.process.ErrorCode.BAD_RELATION;
import static org.onevisit.housing.process.ErrorCode.DANGLING_REFERENCE;
import static org.onevisit.housing.process.ErrorCode.DUPLICATE_ENTRY;
import static org.onevisit.housing.process.ErrorCode.MISSING_GUARDIAN;
import static org.onevisit.housing.process.ErrorCode.WRONG_TYPE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.onevisit.housing.core.submission.JsonDraft.Obj;
import org.onevisit.housing.core.submission.JsonDraft.Raw;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;

/** Faults of what one part says about another: references, relations, guardians, things that stand twice. */
final class HouseholdFaults {
    private HouseholdFaults() {}

    static Map<String, Predicate<Plan>> kinds() {
        Map<String, Predicate<Plan>> kinds = new LinkedHashMap<>();
        kinds.put("dangling applicant", HouseholdFaults::danglingApplicant);
        kinds.put("dangling guardian", guardian(DANGLING_REFERENCE, (plan, i) -> "nobody"));
        kinds.put("own guardian", guardian(MISSING_GUARDIAN, (plan, i) -> plan.member(i)
                .text("id")));
        kinds.put("minor as guardian", HouseholdFaults::minorAsGuardian);
        kinds.put("no guardian", HouseholdFaults::noGuardian);
        kinds.put("dangling member of a document", HouseholdFaults::danglingDocumentMember);
        kinds.put("member twice in a document", HouseholdFaults::repeatedDocumentMember);
        kinds.put("second self", plan -> oneMore(plan, "SELF"));
        kinds.put("second spouse", plan -> oneMore(plan, "SPOUSE"));
        kinds.put("nobody is self", HouseholdFaults::nobodyIsSelf);
        kinds.put("applicant is not self", HouseholdFaults::applicantIsNotSelf);
        kinds.put("spouses not married", HouseholdFaults::notMarried);
        kinds.put("member id twice", HouseholdFaults::memberIdTwice);
        kinds.put("document id twice", HouseholdFaults::documentIdTwice);
        kinds.put("person twice", HouseholdFaults::personTwice);
        kinds.put("notice twice", HouseholdFaults::noticeTwice);
        kinds.put("member is no object", HouseholdFaults::noObject);
        return kinds;
    }

    static String member(int i) {
        return "/household/members/" + i;
    }

    private static boolean danglingApplicant(Plan plan) {
        if (!plan.claim(List.of("/applicant"), List.of("#members"))) {
            return false;
        }
        plan.submission.put("applicant", "nobody");
        return plan.expect("/applicant", DANGLING_REFERENCE);
    }

    private static Predicate<Plan> guardian(ErrorCode code, BiFunction<Plan, Integer, String> value) {
        return plan -> {
            int i = plan.where(plan.members(), plan::isMinor);
            String pointer = member(i) + "/guardian";
            if (i < 0 || !plan.claim(List.of(pointer), List.of("#members", member(i) + "/id"))) {
                return false;
            }
            plan.member(i).put("guardian", value.apply(plan, i));
            return plan.expect(pointer, code);
        };
    }

    private static boolean minorAsGuardian(Plan plan) {
        int i = plan.where(plan.members(), plan::isMinor);
        int j = plan.where(plan.members(), plan::isMinor);
        if (i < 0
                || i == j
                || !plan.claim(
                        List.of(member(i) + "/guardian"),
                        List.of("#members", member(j) + "/id", member(j) + "/identity"))) {
            return false;
        }
        plan.member(i).put("guardian", plan.member(j).text("id"));
        return plan.expect(member(i) + "/guardian", MISSING_GUARDIAN);
    }

    private static boolean noGuardian(Plan plan) {
        int i = plan.where(plan.members(), plan::isMinor);
        if (i < 0 || !plan.claim(List.of(member(i) + "/guardian"), List.of(member(i) + "/identity"))) {
            return false;
        }
        plan.member(i).remove("guardian");
        return plan.expect(member(i) + "/guardian", MISSING_GUARDIAN);
    }

    private static boolean danglingDocumentMember(Plan plan) {
        return documentMember(plan, "nobody", DANGLING_REFERENCE);
    }

    private static boolean repeatedDocumentMember(Plan plan) {
        List<Object> documents = plan.submission.list("documents");
        int i = plan.where(documents, d -> !d.list("members").isEmpty());
        return i >= 0
                && ((Obj) documents.get(i)).list("members").get(0) instanceof String first
                && documentMember(plan, first, DUPLICATE_ENTRY);
    }

    private static boolean documentMember(Plan plan, String id, ErrorCode code) {
        List<Object> documents = plan.submission.list("documents");
        int i = plan.where(
                documents,
                d -> d.list("members").contains(id)
                        || code == DANGLING_REFERENCE && d.get("members") instanceof List<?>);
        String pointer = "/documents/" + i + "/members";
        if (i < 0 || !plan.claim(List.of(pointer), List.of("#members"))) {
            return false;
        }
        List<Object> members = ((Obj) documents.get(i)).list("members");
        members.add(id);
        return plan.expect(pointer + "/" + (members.size() - 1), code);
    }

    private static boolean oneMore(Plan plan, String relation) {
        int there = plan.where(plan.members(), m -> m.text("relation").equals(relation));
        int next = plan.members().size();
        if (there < 0 || !plan.claim(List.of(member(next), "#relations"), List.of("/applicant", "#members"))) {
            return false;
        }
        plan.members().add(plan.generator.adult("more-" + next, relation));
        return plan.expect(member(next) + "/relation", BAD_RELATION);
    }

    private static boolean nobodyIsSelf(Plan plan) {
        if (plan.members().isEmpty()
                || !plan.claim(List.of("#relations", member(0) + "/relation"), List.of("/applicant", "#members"))) {
            return false;
        }
        plan.member(0).put("relation", "OTHER");
        return plan.expect(member(0) + "/relation", BAD_RELATION);
    }

    private static boolean applicantIsNotSelf(Plan plan) {
        int other = plan.where(plan.members(), m -> !m.text("relation").equals("SELF"));
        if (other < 0 || !plan.claim(List.of("/applicant"), List.of("#relations", "#members"))) {
            return false;
        }
        plan.submission.put("applicant", plan.member(other).text("id"));
        return plan.expect("/applicant", BAD_RELATION);
    }

    private static boolean notMarried(Plan plan) {
        boolean couple = plan.where(plan.members(), m -> m.text("relation").equals("SPOUSE")) >= 0;
        int i = plan.where(plan.members(), m -> m.text("relation").matches("SELF|SPOUSE"));
        String pointer = member(i) + "/maritalStatus";
        if (!couple || i < 0 || !plan.claim(List.of(pointer), List.of("#relations"))) {
            return false;
        }
        plan.member(i).put("maritalStatus", plan.pick("UNMARRIED", "DIVORCED", "WIDOWED"));
        return plan.expect(pointer, BAD_RELATION);
    }

    private static boolean memberIdTwice(Plan plan) {
        int next = plan.members().size();
        if (next == 0 || !plan.claim(List.of("#members", member(next)), List.of(member(0) + "/id"))) {
            return false;
        }
        plan.members().add(plan.generator.adult(plan.member(0).text("id"), "OTHER"));
        return plan.expect(member(next) + "/id", DUPLICATE_ENTRY);
    }

    private static boolean documentIdTwice(Plan plan) {
        List<Object> documents = plan.submission.list("documents");
        int next = documents.size();
        if (next == 0 || !plan.claim(List.of("#documents", "/documents/" + next), List.of("/documents/0/id"))) {
            return false;
        }
        documents.add(new Obj().with("id", ((Obj) documents.get(0)).text("id")).with("kind", "ID_CARD"));
        return plan.expect("/documents/" + next + "/id", DUPLICATE_ENTRY);
    }

    private static boolean personTwice(Plan plan) {
        int i = plan.where(plan.members(), m -> true);
        int next = plan.members().size();
        if (i < 0 || !plan.claim(List.of(member(next)), List.of(member(i) + "/identity"))) {
            return false;
        }
        Obj twin = plan.generator.adult("twin-" + next, "OTHER");
        Obj identity = plan.member(i).obj("identity");
        String number = identity.text("number");
        twin.obj("identity")
                .with("kind", identity.text("kind"))
                .with("number", plan.random.nextBoolean() ? number : otherForm(number));
        plan.members().add(twin);
        return plan.expect(member(next) + "/identity/number", DUPLICATE_ENTRY);
    }

    /** The same number in the other of its forms, where it has one. */
    private static String otherForm(String number) {
        if (number.length() == 15) {
            return ResidentId.parse(number).number();
        }
        boolean first = number.startsWith("19", 6) && !number.startsWith("8");
        return first ? number.substring(0, 6) + number.substring(8, 17) : number.toLowerCase(Locale.ROOT);
    }

    private static boolean noticeTwice(Plan plan) {
        List<Object> ways = plan.submission.obj("contact").list("notices");
        if (ways.isEmpty() || !plan.claim(List.of("/contact/notices"), List.of())) {
            return false;
        }
        plan.submission.obj("contact").put("notices", JsonDraft.list("SMS", "SMS"));
        return plan.expect("/contact/notices/1", DUPLICATE_ENTRY);
    }

    private static boolean noObject(Plan plan) {
        int next = plan.members().size();
        if (next == 0 || !plan.claim(List.of("#members", "#relations", member(next)), List.of())) {
            return false;
        }
        plan.members().add(new Raw(plan.pick("null", "\"m1\"", "[]", "3")));
        return plan.expect(member(next), WRONG_TYPE);
    }
}
