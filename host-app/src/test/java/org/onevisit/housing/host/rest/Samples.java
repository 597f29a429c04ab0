package org.onevisit.housing.host.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.onevisit.housing.model.Assistance;
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
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.view.AllowedAction;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.EvidenceView;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Paper;
import org.onevisit.housing.view.Receipt;
import org.onevisit.housing.view.SlotView;

/** One of each value, about an invented household. */
final class Samples {
    static final ApplicationNumber NUMBER = ApplicationNumber.of("330482-20261127-000001");
    static final LocalDate DAY = LocalDate.of(2026, 12, 4);
    static final Instant AT = Instant.parse("2026-11-27T07:20:00Z");
    private static final Division COUNTY = Division.of("330482");
    private static final Division SUBDISTRICT = Division.of("330482001");
    private static final Deadline DEADLINE = new Deadline(DAY, false);

    private Samples() {}

    static Application application() {
        return Application.builder()
                .division(COUNTY)
                .intake(new Intake("intake-window", "citywide", AT))
                .applicant("m1")
                .contact(new Contact("13800000000", Set.of(Contact.Way.SMS, Contact.Way.PAPER)))
                .household(new Household(
                        SUBDISTRICT,
                        "测试路1号",
                        List.of(
                                member("m1", "测试甲", Member.Relation.SELF, "330499199003070014", Optional.empty()),
                                member("m3", "测试丙", Member.Relation.CHILD, "330499201602290035", Optional.of("m1")))))
                .documents(List.of(new Document("d1", "ID_CARD", List.of("m1"), Optional.of("zhang-7"))))
                .authorisations(List.of(signed("m1", "m1"), signed("m3", "m1")))
                .build();
    }

    private static Member member(
            String id, String name, Member.Relation relation, String number, Optional<String> guardian) {
        return new Member(
                id,
                name,
                relation,
                ResidentId.parse(number),
                SUBDISTRICT,
                Optional.of(LocalDate.of(2015, 6, 1)),
                Member.MaritalStatus.UNSTATED,
                guardian);
    }

    private static Authorisation signed(String member, String by) {
        return new Authorisation(
                member, Authorisation.HOUSING_SECURITY_VERIFICATION, by, LocalDate.of(2026, 11, 27), "d4");
    }

    static MakeGoodList missing() {
        return new MakeGoodList(List.of(new MakeGoodList.Item("HOUSEHOLD_REGISTER", "", "户口簿")));
    }

    static List<AllowedAction> actions() {
        return List.of(
                new AllowedAction(Action.ACCEPT, true, Optional.empty()),
                new AllowedAction(Action.VOTE, false, Optional.of("尚未进入联审")));
    }

    static Receipt receipt() {
        return new Receipt(NUMBER, "7K3M9QX2TB4", AT, SUBDISTRICT, Step.RECEIVED, 1, DEADLINE, missing(), actions());
    }

    static ApplicationView view() {
        return new ApplicationView(
                NUMBER,
                7,
                Step.CHECKING,
                "pinghu 2026.1",
                application(),
                SUBDISTRICT,
                new MakeGoodList(List.of()),
                List.of(slot()),
                Met.UNKNOWN,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("DEEMED_ACCEPTED"),
                actions());
    }

    private static SlotView slot() {
        return new SlotView(
                "tax",
                "tax",
                "税务",
                Facet.ECONOMIC,
                SlotView.Status.OPEN,
                Optional.of("i-1"),
                Optional.of(DEADLINE),
                1,
                Optional.of("待答复"),
                Optional.empty(),
                List.of());
    }

    static ApplicationSummary summary() {
        return new ApplicationSummary(NUMBER, Step.CHECKING, SUBDISTRICT, List.of("tax"), Optional.of(AT), false);
    }

    static EvidenceView evidence() {
        return new EvidenceView(List.of(slot()), List.of(fact()));
    }

    private static FactUsed fact() {
        return new FactUsed(
                "home.floorArea",
                "名下住房建筑面积",
                "m1",
                Optional.of("48.00"),
                Optional.of("real-estate"),
                Optional.of(DAY),
                Optional.empty());
    }

    static Explanation explanation() {
        CriterionResult criterion = new CriterionResult(
                "income.limit", "第八条", "人均收入", "38,000.00 ≤ 61,172.00 元/人·年", Met.MET, List.of(fact()), true);
        Calculation calculation = new Calculation(
                Optional.of(Money.yuan(810)),
                List.of(new Calculation.Step("每月补贴", "45.00 × 18 = 810.00", "第十条")),
                List.of(fact()),
                false);
        return new Explanation(
                "pinghu 2026.1", new Judgement("LOW_INCOME", "低收入", List.of(criterion)), Optional.of(calculation));
    }

    static ClockView clock() {
        return new ClockView(
                AT,
                Optional.of(DAY),
                Optional.empty(),
                Optional.of(new Deadline(DAY, true)),
                Optional.empty(),
                3,
                5,
                Optional.empty(),
                List.of(new ClockView.PartyDays("agency:tax", 3, 5)),
                List.of(new ClockView.StageDays(Stage.VERIFICATION, 3, 5)));
    }

    static JournalEntry entry(long position) {
        return new JournalEntry(
                position, NUMBER, 1, "SUBMITTED", AT, "RECEIVED", "clerk-1", "", List.of(), List.of(), "00ff");
    }

    static Paper paper(String kind) {
        return new Paper(
                NUMBER,
                kind,
                "2026-1",
                "受理通知书",
                "测试甲",
                DAY,
                List.of("已受理"),
                List.of(),
                Optional.empty(),
                List.of(),
                "",
                List.of());
    }

    static NoticeView notice() {
        return new NoticeView("n-1", "平湖市", List.of(new PublicityPolicy.Line("申请人", "测*")), DAY, DAY, true);
    }

    static InquiryView inquiry() {
        return new InquiryView(
                "i-1",
                NUMBER,
                "tax",
                "tax",
                AT,
                DEADLINE,
                Map.of("m1", Map.of("NAME", "测试甲")),
                Set.of(FactKey.TAXED_INCOME_YEAR));
    }

    static FormView form() {
        return new FormView(
                "pinghu 2026.1",
                COUNTY,
                "平湖市",
                List.of(new ProcessRules.CategoryRule("LOW_INCOME", "低收入", Optional.empty())),
                List.of(new ProcessRules.DocumentRule("ID_CARD", "身份证", true, true)),
                List.of(Authorisation.HOUSING_SECURITY_VERIFICATION),
                List.of(new ProcessRules.CheckRule(
                        "tax",
                        "tax",
                        "税务",
                        Facet.ECONOMIC,
                        DayCount.working(15),
                        ProcessRules.Silence.WAIT,
                        DayCount.calendar(90),
                        List.of(FactKey.TAXED_INCOME_YEAR))),
                ProcessRules.Limits.LAW,
                List.of(),
                List.of("NOT_COMPETENT"),
                List.of(new ProcessRules.PanelRule.Seat("housing", "住建")),
                List.of());
    }

    static AwardView award() {
        return new AwardView(
                NUMBER,
                AwardView.State.ACTIVE,
                Assistance.RENT_SUBSIDY,
                Optional.of(Money.yuan(810)),
                YearMonth.of(2027, 1),
                Optional.of(LocalDate.of(2028, 1, 1)),
                List.of(),
                explanation());
    }
}
