package org.onevisit.housing.host.pages;

import static org.onevisit.housing.spi.policy.ProcessRules.Facet.ECONOMIC;
import static org.onevisit.housing.spi.policy.ProcessRules.Facet.HOUSING;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.SlotView;

/** Values as the engine gives them, about an invented household, for tests of pages. */
final class FakeCases {
    static final Division COUNTY = Division.of("330482");
    static final Instant RECEIVED = Instant.parse("2026-11-02T07:20:00Z");
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 2);

    private FakeCases() {}

    static Application application() {
        return Application.builder()
                .division(COUNTY)
                .intake(new Intake("intake-window", "citywide", RECEIVED))
                .applicant("m1")
                .contact(new Contact("13800000000", Set.of(Contact.Way.SMS, Contact.Way.PAPER)))
                .household(new Household(Division.of("330482001"), "测试路1号2幢301室", members()))
                .documents(List.of(
                        new Document("d1", Document.ID_CARD, List.of("m1", "m2"), Optional.of("zhang-7")),
                        new Document(
                                "d2", Document.HOUSEHOLD_REGISTER, List.of("m1", "m2", "m3"), Optional.of("zhang-7")),
                        new Document("d3", Document.APPLICATION_FORM, List.of(), Optional.empty())))
                .authorisations(List.of(signature("m1", "m1"), signature("m2", "m2"), signature("m3", "m1")))
                .build();
    }

    private static List<Member> members() {
        return List.of(
                member("m1", "测试甲", Member.Relation.SELF, "330499199003070014", Optional.empty()),
                member("m2", "测试乙", Member.Relation.SPOUSE, "330499198812310028", Optional.empty()),
                member("m3", "测试丙", Member.Relation.CHILD, "330499201602290035", Optional.of("m1")));
    }

    private static Member member(
            String id, String name, Member.Relation relation, String number, Optional<String> guardian) {
        return new Member(
                id,
                name,
                relation,
                ResidentId.parse(number),
                Division.of("330482001"),
                Optional.of(LocalDate.of(2015, 6, 1)),
                guardian.isPresent() ? Member.MaritalStatus.UNMARRIED : Member.MaritalStatus.MARRIED,
                guardian);
    }

    private static Authorisation signature(String member, String by) {
        return new Authorisation(member, Authorisation.HOUSING_SECURITY_VERIFICATION, by, SIGNED, "d4");
    }

    static MakeGoodList missing() {
        return new MakeGoodList(
                List.of(new MakeGoodList.Item("ECONOMIC_STATUS_INQUIRY_FORM", "", "经济状况核对申请表，1 份，全体成年成员签名")));
    }

    static List<SlotView> slots(boolean settled) {
        List<SlotView> slots = new ArrayList<>();
        slots.add(slot("police", "公安", ECONOMIC, SlotView.Status.ANSWERED, ""));
        slots.add(slot("civil-affairs", "民政", ECONOMIC, SlotView.Status.ANSWERED, ""));
        slots.add(slot("social-security", "人力社保", ECONOMIC, SlotView.Status.ANSWERED, ""));
        slots.add(slot("tax", "税务", ECONOMIC, SlotView.Status.ANSWERED, ""));
        slots.add(slot(
                "bank",
                "银行",
                ECONOMIC,
                settled ? SlotView.Status.OVERDUE : SlotView.Status.PROMISED,
                settled ? "三次询问均未接通，期限已过" : "部门承诺 2026-11-12 前答复"));
        slots.add(slot("real-estate", "不动产登记", HOUSING, SlotView.Status.ANSWERED, ""));
        slots.add(slot(
                "housing",
                "房管",
                HOUSING,
                settled ? SlotView.Status.OVERDUE : SlotView.Status.OPEN,
                settled ? "核查插件未安装" : "等待部门答复"));
        return slots;
    }

    private static SlotView slot(
            String check, String text, ProcessRules.Facet facet, SlotView.Status status, String cause) {
        boolean answered = status == SlotView.Status.ANSWERED;
        return new SlotView(
                check,
                check,
                text,
                facet,
                status,
                Optional.of("q-" + check),
                Optional.of(new Deadline(LocalDate.of(2026, 11, 13), false)),
                answered ? 1 : 3,
                Optional.of(cause).filter(c -> !c.isEmpty()),
                Optional.of("org.onevisit.housing.agency-http@1.0.0").filter(s -> answered),
                check.equals("tax") ? List.of("LATE") : List.of());
    }

    static FactUsed known(String fact, String chinese, String person, String text, String source) {
        return new FactUsed(
                fact,
                chinese,
                person,
                Optional.of(text),
                Optional.of(source),
                Optional.of(LocalDate.of(2026, 11, 5)),
                Optional.empty());
    }

    static FactUsed gap(String fact, String chinese, String person, String source, String why) {
        return new FactUsed(
                fact, chinese, person, Optional.empty(), Optional.of(source), Optional.empty(), Optional.of(why));
    }

    static List<FactUsed> facts() {
        return List.of(
                known("person.registerSince", "本市户籍起始日", "m1", "2015-06-01", "police"),
                known("income.wageYear", "上年工资收入", "m1", "68400.00", "social-security"),
                known("income.wageYear", "上年工资收入", "m2", "52300.00", "social-security"),
                known("home.count", "名下住房套数", "m1", "0", "real-estate"),
                new FactUsed(
                        "home.count",
                        "名下住房套数",
                        "m2",
                        Optional.empty(),
                        Optional.of("real-estate"),
                        Optional.of(LocalDate.of(2026, 11, 5)),
                        Optional.empty()),
                gap("asset.bankBalance", "银行存款余额", "m1", "bank", "部门逾期未答复"));
    }

    static Explanation explanation(boolean eligible) {
        List<CriterionResult> criteria = List.of(
                new CriterionResult(
                        "register.years",
                        "《平湖市公共租赁住房管理办法》（占位）第六条",
                        "申请人具有本市户籍",
                        "2015-06-01 ≤ 2026-11-02",
                        Met.MET,
                        facts().subList(0, 1),
                        false),
                new CriterionResult(
                        "income.limit",
                        "第八条",
                        "家庭人均年收入不超过规定标准",
                        eligible ? "40,233.33 ≤ 61,172.00 元/人·年" : "70,233.33 > 61,172.00 元/人·年",
                        Met.of(eligible),
                        facts().subList(1, 3),
                        true),
                new CriterionResult("home.none", "第九条", "家庭成员在本市无住房", "0 = 0 套", Met.MET, facts().subList(3, 5), false),
                new CriterionResult("asset.limit", "第十条", "家庭资产不超过规定标准", "", Met.UNKNOWN, facts().subList(5, 6), true));
        Calculation calculation = new Calculation(
                Optional.of(Money.yuan(new BigDecimal("810.00"))),
                List.of(
                        new Calculation.Step(
                                "保障面积：每人 15 平方米，下限 36、上限 60", "min(60, max(36, 15 × 3)) = 45.00 平方米", "第十二条"),
                        new Calculation.Step("月补贴额：保障面积乘以标准", "45.00 × 18 = 810.00 元", "第十三条")),
                List.of(),
                true);
        return new Explanation(
                "pinghu 2026.1",
                new Judgement("LOWER_MIDDLE_INCOME", "中等偏下收入住房困难家庭", criteria),
                Optional.of(calculation));
    }

    static FormView form() {
        return new FormView(
                "pinghu 2026.1",
                COUNTY,
                "平湖市",
                List.of(),
                List.of(
                        new ProcessRules.DocumentRule(Document.ID_CARD, "身份证", true, true),
                        new ProcessRules.DocumentRule(Document.HOUSEHOLD_REGISTER, "户口簿", true, true),
                        new ProcessRules.DocumentRule(Document.APPLICATION_FORM, "住房保障申请表", false, true),
                        new ProcessRules.DocumentRule(Document.ECONOMIC_STATUS_INQUIRY_FORM, "经济状况核对申请表", false, true)),
                List.of(Authorisation.HOUSING_SECURITY_VERIFICATION),
                List.of(),
                ProcessRules.Limits.LAW,
                List.of(new ProcessRules.PauseRule("HEARING", "听证", DayCount.working(20))),
                List.of("NOT_COMPETENT", "STILL_INCOMPLETE"),
                List.of(
                        new ProcessRules.PanelRule.Seat("housing", "住房保障主管部门"),
                        new ProcessRules.PanelRule.Seat("civil-affairs", "民政部门")),
                List.of("收入线为占位数值"));
    }

    static InquiryView inquiry(String agency) {
        Map<String, Map<String, String>> persons = new LinkedHashMap<>();
        persons.put("p1", person("测试甲", "330499199003070014"));
        persons.put("p2", person("测试乙", "330499198812310028"));
        return new InquiryView(
                "q-housing",
                ApplicationNumber.of("330482-20261102-000002"),
                "housing",
                agency,
                Instant.parse("2026-11-03T01:00:00Z"),
                new Deadline(LocalDate.of(2026, 11, 13), false),
                persons,
                new LinkedHashSet<>(
                        Set.of(FactKey.HOME_SIGNED_CONTRACTS, FactKey.OTHER_HOUSING_SECURITY, FactKey.RENT_MONTHLY)));
    }

    private static Map<String, String> person(String name, String number) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("NAME", name);
        fields.put("RESIDENT_ID", number);
        return fields;
    }

    static HousingException.FieldError error(String pointer) {
        return new HousingException.FieldError(
                pointer,
                ErrorCode.ID_CHECK_DIGIT,
                "身份证号校验位不符",
                "The check digit does not fit",
                "对照证件重新录入第 18 位；末位为 X 时请保留",
                "Compare the 18th character with the card; keep an X",
                Optional.empty(),
                Optional.of("GB 11643"));
    }
}
