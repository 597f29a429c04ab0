package org.onevisit.housing.core.submission;

import static org.onevisit.housing.process.ErrorCode.BAD_DATE;
import static org.onevisit.housing.process.ErrorCode.BAD_DIVISION;
import static org.onevisit.housing.process.ErrorCode.BAD_SIZE;
import static org.onevisit.housing.process.ErrorCode.BAD_TEXT;
import static org.onevisit.housing.process.ErrorCode.ID_BIRTH_DATE;
import static org.onevisit.housing.process.ErrorCode.ID_CHECK_DIGIT;
import static org.onevisit.housing.process.ErrorCode.ID_SHAPE;
import static org.onevisit.housing.process.ErrorCode.UNKNOWN_VALUE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.onevisit.housing.core.submission.JsonDraft.Obj;
import org.onevisit.housing.core.submission.JsonDraft.Raw;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;

/** Faults of one value by itself: a code that is none, a text too long, a date in the future, a number that does not compute. */
final class ValueFaults {
    private static final String LONG = "测".repeat(201);

    private ValueFaults() {}

    static Map<String, Predicate<Plan>> kinds() {
        Map<String, Predicate<Plan>> kinds = new LinkedHashMap<>();
        kinds.put(
                "unknown programme", top("programme", UNKNOWN_VALUE, "COMMODITY_HOUSING", "", "public_rental_housing"));
        kinds.put("unknown assistance", top("assistance", UNKNOWN_VALUE, "MONEY", "RENT SUBSIDY"));
        kinds.put("bad applicant id", top("applicant", BAD_TEXT, "m 1", "", "m".repeat(33), "m1\n"));
        kinds.put("other county", top("division", BAD_DIVISION, "330483", "33048", "330482001", "三三零四八二", "٣٣٠٤٨٢"));
        kinds.put("bad channel", in("intake", "channel", BAD_TEXT, "Intake", "", "a b", "1a"));
        kinds.put("bad window", in("intake", "window", BAD_TEXT, "", " ", "a\u0000b", LONG));
        kinds.put(
                "bad mobile",
                in("contact", "mobile", BAD_TEXT, "23800000000", "1380000000", "+8613800000000", "１3800000000"));
        kinds.put("bad receipt", ValueFaults::receipt);
        kinds.put("unknown way of notice", ValueFaults::notice);
        kinds.put("residence outside", residence("division", BAD_DIVISION, "330483001", "3304", "33048200", "340826"));
        kinds.put("bad address", residence("address", BAD_TEXT, "", " \t", LONG, "路\u0085号", "路\n号", "路\u202E号", " 路"));
        kinds.put(
                "bad name",
                member("name", BAD_TEXT, "", "\u3000", "测".repeat(51), "测\ud800", "\udc00", "甲\u2028乙", "甲 "));
        kinds.put("unknown relation", member("relation", UNKNOWN_VALUE, "COUSIN", "self", "配偶"));
        kinds.put("unknown marital status", member("maritalStatus", UNKNOWN_VALUE, "ENGAGED", "", "20"));
        kinds.put("bad member id", member("id", BAD_TEXT, "", "m.1", "成员一", "m".repeat(33)));
        kinds.put("bad register", register("division", BAD_DIVISION, "", "3304", "33048200a", "330482001002003"));
        kinds.put(
                "bad register date",
                register("since", BAD_DATE, "2026-11-28", "1899-12-31", "2015-02-29", "20150601", ""));
        kinds.put("bad number shape", number(ID_SHAPE, ValueFaults::badShape));
        kinds.put("wrong check digit", number(ID_CHECK_DIGIT, ValueFaults::wrongCheckDigit));
        kinds.put(
                "no birth date",
                number(
                        ID_BIRTH_DATE,
                        plan -> checked("330499" + plan.pick("20230229", "19901301", "00000000") + "001")));
        kinds.put(
                "born outside time",
                number(
                        ID_BIRTH_DATE,
                        plan -> checked("330499" + plan.pick("20261128", "18991231", "99991231") + "001")));
        kinds.put("unknown kind of identity", ValueFaults::identityKind);
        kinds.put("kind and number differ", ValueFaults::kindAndNumber);
        kinds.put("unknown kind of document", entry("documents", "kind", UNKNOWN_VALUE, "TAX_FORM", "id_card", ""));
        kinds.put("bad document id", entry("documents", "id", BAD_TEXT, "d/1", "", "d".repeat(33)));
        kinds.put("bad officer", entry("documents", "originalSeenBy", BAD_TEXT, "", "张七", "a b", "z".repeat(65)));
        kinds.put("unknown purpose", entry("authorisations", "purpose", UNKNOWN_VALUE, "MARKETING", ""));
        kinds.put(
                "bad signature date",
                entry("authorisations", "signedOn", BAD_DATE, "2026-11-28", "2026-11-31", "today", "+999999999-01-01"));
        kinds.put("old signature", ValueFaults::oldSignature);
        kinds.put("bad size", ValueFaults::size);
        return kinds;
    }

    private static Predicate<Plan> top(String field, ErrorCode code, String... values) {
        return plan -> set(plan, plan.submission, "", field, plan.pick(values), code);
    }

    private static Predicate<Plan> in(String part, String field, ErrorCode code, String... values) {
        return plan -> set(plan, plan.submission.obj(part), "/" + part, field, plan.pick(values), code);
    }

    private static Predicate<Plan> residence(String field, ErrorCode code, String... values) {
        return plan -> set(
                plan,
                plan.submission.obj("household").obj("residence"),
                "/household/residence",
                field,
                plan.pick(values),
                code);
    }

    private static Predicate<Plan> member(String field, ErrorCode code, String... values) {
        return plan -> {
            int i = plan.where(plan.members(), m -> true);
            return i >= 0 && set(plan, plan.member(i), "/household/members/" + i, field, plan.pick(values), code);
        };
    }

    private static Predicate<Plan> register(String field, ErrorCode code, String... values) {
        return plan -> {
            int i = plan.where(plan.members(), m -> m.get("register") instanceof Obj);
            String at = "/household/members/" + i + "/register";
            return i >= 0 && set(plan, plan.member(i).obj("register"), at, field, plan.pick(values), code);
        };
    }

    private static Predicate<Plan> entry(String list, String field, ErrorCode code, String... values) {
        return plan -> {
            List<Object> entries = plan.submission.list(list);
            int i = plan.where(entries, e -> true);
            return i >= 0 && set(plan, (Obj) entries.get(i), "/" + list + "/" + i, field, plan.pick(values), code);
        };
    }

    private static boolean set(Plan plan, Obj object, String at, String field, Object value, ErrorCode code) {
        String pointer = at + "/" + field;
        if (object.isEmpty() || !plan.claim(FieldFaults.lost(pointer), List.of())) {
            return false;
        }
        object.put(field, value);
        return plan.expect(pointer, code);
    }

    private static boolean receipt(Plan plan) {
        String value = plan.pick(
                "2026-11-27T16:05:01+08:00",
                "2026-10-27T07:59:59Z",
                "2026-11-27T15:20:00",
                "2026-11-27",
                "",
                "yesterday",
                "+999999999-12-31T23:59:59-18:00");
        return set(plan, plan.submission.obj("intake"), "/intake", "receivedAt", value, BAD_DATE);
    }

    private static boolean notice(Plan plan) {
        List<Object> ways = plan.submission.obj("contact").list("notices");
        if (ways.isEmpty() || !plan.claim(List.of("/contact/notices"), List.of())) {
            return false;
        }
        ways.set(0, plan.pick("FAX", "sms", ""));
        return plan.expect("/contact/notices/0", UNKNOWN_VALUE);
    }

    private static Predicate<Plan> number(ErrorCode code, Function<Plan, String> number) {
        return plan -> {
            int i = plan.where(plan.members(), m -> m.get("identity") instanceof Obj);
            String at = "/household/members/" + i + "/identity";
            return i >= 0 && set(plan, plan.member(i).obj("identity"), at, "number", number.apply(plan), code);
        };
    }

    private static String checked(String seventeen) {
        return seventeen + ResidentId.checkDigit(seventeen);
    }

    private static String badShape(Plan plan) {
        return plan.pick(
                "",
                "1234",
                "33049919900307001",
                "3304991990030700145",
                "33049919900307001Y",
                "33049919900307X014",
                "３30499199003070014");
    }

    private static String wrongCheckDigit(Plan plan) {
        String good = checked("33049919900307" + (100 + plan.random.nextInt(900)));
        char last = good.charAt(17) == '0' ? 'X' : '0';
        return good.substring(0, 17) + last;
    }

    private static boolean identityKind(Plan plan) {
        int i = plan.where(plan.members(), m -> m.get("identity") instanceof Obj);
        String at = "/household/members/" + i + "/identity";
        return i >= 0
                && set(plan, plan.member(i).obj("identity"), at, "kind", plan.pick("PASSPORT", ""), UNKNOWN_VALUE);
    }

    private static boolean kindAndNumber(Plan plan) {
        int i = plan.where(plan.members(), m -> m.get("identity") instanceof Obj);
        String at = "/household/members/" + i + "/identity";
        if (i < 0 || !plan.claim(List.of(at + "/kind"), List.of(at + "/number"))) {
            return false;
        }
        Obj identity = plan.member(i).obj("identity");
        boolean resident = identity.text("kind").equals(IdentityDraft.RESIDENT_ID);
        identity.put("kind", resident ? IdentityDraft.RESIDENCE_PERMIT : IdentityDraft.RESIDENT_ID);
        return plan.expect(at + "/kind", UNKNOWN_VALUE);
    }

    private static boolean oldSignature(Plan plan) {
        List<Object> signed = plan.submission.list("authorisations");
        int i = plan.where(signed, a -> true);
        String pointer = "/authorisations/" + i + "/signedOn";
        if (i < 0 || !plan.claim(List.of(pointer), List.of("#receipt", "/intake/receivedAt"))) {
            return false;
        }
        ((Obj) signed.get(i)).put("signedOn", plan.pick("2025-10-01", "1999-01-01"));
        return plan.expect(pointer, BAD_DATE);
    }

    private static boolean size(Plan plan) {
        Obj household = plan.submission.obj("household");
        Obj contact = plan.submission.obj("contact");
        return switch (plan.random.nextInt(5)) {
            case 0 -> resize(plan, household, "/household/members", "members", 0);
            case 1 -> resize(plan, household, "/household/members", "members", 21);
            case 2 -> resize(plan, contact, "/contact/notices", "notices", plan.random.nextBoolean() ? 0 : 3);
            case 3 -> resize(plan, plan.submission, "/documents", "documents", 101);
            default -> resize(plan, plan.submission, "/authorisations", "authorisations", 61);
        };
    }

    private static boolean resize(Plan plan, Obj object, String pointer, String name, int size) {
        List<Object> list = object.list(name);
        if (list.isEmpty() || !plan.claim(FieldFaults.lost(pointer), List.of())) {
            return false;
        }
        while (list.size() > size) {
            list.remove(0);
        }
        while (list.size() < size) {
            list.add(new Raw("0"));
        }
        return plan.expect(pointer, BAD_SIZE);
    }
}
