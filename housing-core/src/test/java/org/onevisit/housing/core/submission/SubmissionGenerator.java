package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.submission.JsonDraft.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.onevisit.housing.core.submission.JsonDraft.Obj;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;

/**
 * Makes valid submissions of many shapes, for tests: households of one to six, minors with their guardians, identity numbers of
 * both generations and of the residence permit, optional fields there or not. All numbers are of unassigned areas. Nobody turns
 * eighteen within a year of {@link #NOW}, so that a test may move the receipt without changing who is a minor.
 */
public final class SubmissionGenerator {
    /** The time of reading that the submissions are made for. */
    public static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final Division COUNTY = Division.of("330482");
    static final String FIFTH_DOCUMENT = "DISABILITY_CARD";
    static final ProcessRules RULES = ProcessRules.builder()
            .documents(List.of(
                    new DocumentRule(Document.ID_CARD, "身份证", true, true),
                    new DocumentRule(Document.HOUSEHOLD_REGISTER, "户口簿", true, true),
                    new DocumentRule(Document.APPLICATION_FORM, "住房保障申请表", false, true),
                    new DocumentRule(Document.ECONOMIC_STATUS_INQUIRY_FORM, "经济状况核对申请表", false, true),
                    new DocumentRule(FIFTH_DOCUMENT, "残疾人证", false, false)))
            .build();

    private static final List<String> NAMES =
            List.of("测试甲", "测试乙·阿卜杜拉", "𠮷测试丙", "Ceshi Ding", "测试戊㐂", "ئا测试", "测试 O'己", "测试‍庚");

    private final Random random;
    private final String fifthDocument;
    private final Set<String> given = new HashSet<>();
    private int sequence;

    SubmissionGenerator(Random random) {
        this(random, FIFTH_DOCUMENT);
    }

    SubmissionGenerator(Random random, String fifthDocument) {
        this.random = random;
        this.fifthDocument = fifthDocument;
    }

    /** Makes one. */
    Obj next() {
        List<Object> members = members();
        Obj intake =
                new Obj().with("channel", pick("intake-window", "online2")).with("window", pick("citywide", "社区 3"));
        if (random.nextBoolean()) {
            intake.with("receivedAt", receivedAt());
        }
        Obj submission = new Obj()
                .with("programme", "PUBLIC_RENTAL_HOUSING")
                .with("assistance", pick("RENT_SUBSIDY", "PUBLIC_RENTAL_UNIT"))
                .with("division", COUNTY.code())
                .with("intake", intake)
                .with("applicant", ((Obj) members.get(0)).text("id"))
                .with(
                        "contact",
                        new Obj()
                                .with("mobile", "13800000" + (100 + random.nextInt(900)))
                                .with("notices", ways()))
                .with("household", new Obj().with("residence", residence()).with("members", members));
        List<Object> documents = documents(members);
        return submission.with("documents", documents).with("authorisations", authorisations(members));
    }

    /** One more member who is an adult, with a number that nobody has. */
    Obj adult(String id, String relation) {
        LocalDate birth = TODAY.minusYears(19).minusDays(random.nextInt(365 * 60));
        return member(id, relation, birth);
    }

    /** A valid number, on which nobody else stands. */
    String number(LocalDate birth) {
        boolean permit = random.nextInt(8) == 0;
        String area = permit ? pick("810000", "820000", "830000") : "330499";
        String seventeen;
        do {
            int next = ++sequence % 999;
            seventeen = area + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", next);
        } while (!given.add(seventeen));
        String number = seventeen + ResidentId.checkDigit(seventeen);
        boolean legacy = !permit && birth.getYear() < 2000 && random.nextInt(4) == 0;
        return legacy
                ? number.substring(0, 6) + number.substring(8, 17)
                : random.nextBoolean() ? number.replace('X', 'x') : number;
    }

    private List<Object> members() {
        List<Object> members = new ArrayList<>();
        members.add(adult("m1", "SELF"));
        if (random.nextInt(3) > 0) {
            Obj spouse = adult("m2", "SPOUSE");
            members.add(spouse);
            married((Obj) members.get(0));
            married(spouse);
        }
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) {
            String id = pick("m", "M_", "kid-") + (members.size() + 1);
            members.add(
                    random.nextBoolean() ? minor(id) : adult(id, pick("PARENT", "SIBLING", "CHILD_IN_LAW", "OTHER")));
        }
        return members;
    }

    private Obj minor(String id) {
        LocalDate birth = TODAY.minusDays(random.nextInt(365 * 17));
        return member(id, pick("CHILD", "GRANDCHILD"), birth).with("guardian", "m1");
    }

    private Obj member(String id, String relation, LocalDate birth) {
        String number = number(birth);
        Obj register = new Obj().with("division", pick("330482001", "330482", "340826", "330482001002"));
        if (random.nextBoolean()) {
            register.with("since", pick("2015-06-01", "2026-11-27", "1999-02-28"));
        }
        Obj member = new Obj()
                .with("id", id)
                .with("name", NAMES.get(random.nextInt(NAMES.size())))
                .with("relation", relation)
                .with(
                        "identity",
                        new Obj()
                                .with(
                                        "kind",
                                        number.startsWith("8")
                                                ? IdentityDraft.RESIDENCE_PERMIT
                                                : IdentityDraft.RESIDENT_ID)
                                .with("number", number))
                .with("register", register);
        if (random.nextInt(3) == 0) {
            member.with("maritalStatus", pick("UNMARRIED", "WIDOWED", "DIVORCED", "UNSTATED"));
        }
        return member;
    }

    private void married(Obj member) {
        if (random.nextBoolean()) {
            member.with("maritalStatus", pick("MARRIED", "UNSTATED"));
        } else {
            member.remove("maritalStatus");
        }
    }

    private Obj residence() {
        return new Obj()
                .with("division", pick("330482001", "330482", "330482001002"))
                .with("address", pick("测试路1号", "测试村 2 组", "Ceshi Road 3"));
    }

    private List<Object> ways() {
        return random.nextBoolean() ? list("SMS", "PAPER") : list(pick("SMS", "PAPER"));
    }

    private String receivedAt() {
        Instant moment = NOW.minusSeconds(random.nextInt(30 * 24 * 3600));
        return OffsetDateTime.ofInstant(moment, random.nextBoolean() ? ZoneOffset.UTC : ZoneOffset.ofHours(8))
                .toString();
    }

    private List<Object> documents(List<Object> members) {
        List<Object> ids = new ArrayList<>();
        members.forEach(member -> ids.add(((Obj) member).text("id")));
        List<Object> documents = new ArrayList<>();
        documents.add(document(Document.ID_CARD).with("members", ids));
        documents.add(document(Document.ECONOMIC_STATUS_INQUIRY_FORM));
        if (random.nextBoolean()) {
            documents.add(document(Document.HOUSEHOLD_REGISTER).with("members", new ArrayList<>(ids)));
        }
        if (random.nextBoolean()) {
            documents.add(document(fifthDocument).with("members", list()));
        }
        for (int i = 0; i < documents.size(); i++) {
            ((Obj) documents.get(i)).with("id", "d" + (i + 1));
        }
        return documents;
    }

    private Obj document(String kind) {
        Obj document = new Obj().with("id", "").with("kind", kind);
        return random.nextBoolean() ? document : document.with("originalSeenBy", pick("zhang-7", "li@3"));
    }

    private List<Object> authorisations(List<Object> members) {
        List<Object> signed = new ArrayList<>();
        for (Object each : members) {
            Obj member = (Obj) each;
            boolean own = !member.containsKey("guardian");
            Obj authorisation = new Obj()
                    .with("member", member.text("id"))
                    .with("purpose", "HOUSING_SECURITY_VERIFICATION")
                    .with("signedBy", own ? member.text("id") : member.text("guardian"))
                    .with("signedOn", TODAY.minusDays(random.nextInt(300)).toString())
                    .with("document", "d2");
            signed.add(own ? authorisation : authorisation.with("as", "GUARDIAN"));
        }
        return signed;
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
