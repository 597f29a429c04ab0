package org.onevisit.housing.core.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;
import org.onevisit.housing.spi.policy.ProcessRules.PanelRule;
import org.onevisit.housing.spi.policy.ProcessRules.PaperText;
import org.onevisit.housing.spi.policy.ProcessRules.PauseRule;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;

/** A county of one criterion: nobody owns a home. It pays 810 yuan. */
final class FakePolicy
        implements PolicySource, Edition, EligibilityPolicy, AssistancePolicy, PublicityPolicy, AnnualReviewPolicy {
    private static final String TEXT = "fake policy";
    private final List<CheckRule> checks;
    private final NotFiled notFiled;
    private final Silence silence;
    private volatile Set<String> askedAnew = Set.of();
    private volatile boolean signAgain = true;

    FakePolicy(int checks, Silence silence, NotFiled notFiled) {
        this.silence = silence;
        this.notFiled = notFiled;
        this.checks = java.util.stream.IntStream.rangeClosed(1, checks)
                .mapToObj(this::check)
                .toList();
    }

    /** Asks these checks anew for each application; to be said before the first one comes in. */
    void askedAnew(Set<String> checks) {
        askedAnew = checks;
    }

    /** Lets signatures outlive a change of the household; to be said before the first one comes in. */
    void signaturesOutliveChange() {
        signAgain = false;
    }

    private CheckRule check(int i) {
        String code = "check-" + i;
        List<FactKey> supplies = i == 1 ? List.of(FactKey.HOME_COUNT) : List.of();
        return new CheckRule(
                code,
                "agency-" + i,
                "部门" + i,
                Facet.HOUSING,
                DayCount.working(10),
                silence,
                DayCount.calendar(90),
                supplies);
    }

    @Override
    public List<Edition> editions() {
        return List.of(this);
    }

    @Override
    public Edition restore(byte[] content) {
        return this;
    }

    @Override
    public EditionId id() {
        return new EditionId("fake", "1", "ab".repeat(32));
    }

    @Override
    public Division division() {
        return Division.of("330482");
    }

    @Override
    public String countyName() {
        return "测试县";
    }

    @Override
    public LocalDate effectiveFrom() {
        return LocalDate.of(2018, 1, 1);
    }

    @Override
    public Transition transition() {
        return Transition.PIN;
    }

    @Override
    public byte[] content() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ProcessRules rules() {
        return ProcessRules.builder()
                .documents(List.of(
                        new DocumentRule(Document.ID_CARD, "身份证", true, true),
                        new DocumentRule(Document.HOUSEHOLD_REGISTER, "户口簿", true, true),
                        new DocumentRule(Document.APPLICATION_FORM, "申请表", false, true),
                        new DocumentRule(Document.ECONOMIC_STATUS_INQUIRY_FORM, "核对申请表", false, true)))
                .checks(checks)
                .askedAnew(askedAnew)
                .signAgainOnChange(signAgain)
                .pauses(List.of(new PauseRule("HEARING", "听证", DayCount.working(5))))
                .panel(new PanelRule(
                        List.of(new PanelRule.Seat("housing", "住建"), new PanelRule.Seat("civil-affairs", "民政")),
                        PanelRule.Decision.UNANIMOUS))
                .declineReasons(List.of("NOT_COMPETENT", "INCOMPLETE"))
                .papers(List.of(
                        paper("receipt", "收件凭证"),
                        paper("make-good", "补正告知书"),
                        paper("acceptance", "受理通知书"),
                        paper("non-acceptance", "不予受理通知书"),
                        paper("decision", "决定书")))
                .build();
    }

    private static PaperText paper(String kind, String heading) {
        return new PaperText(kind, heading, List.of(), List.of(), "");
    }

    @Override
    public EligibilityPolicy eligibility() {
        return this;
    }

    @Override
    public AssistancePolicy assistance() {
        return this;
    }

    @Override
    public PublicityPolicy publicity() {
        return this;
    }

    @Override
    public AnnualReviewPolicy review() {
        return this;
    }

    @Override
    public List<String> placeholders() {
        return List.of();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        Met met = Met.MET;
        List<FactUsed> facts = new java.util.ArrayList<>();
        for (Member member : evidence.application().household().members()) {
            FactState state = evidence.of(member.id(), FactKey.HOME_COUNT);
            if (state instanceof FactState.Known known) {
                met = met.and(Met.of(known.fact().value().equals(0)));
            } else if (state instanceof FactState.Unknown unknown) {
                met = met.and(Met.UNKNOWN);
                facts.add(new FactUsed(
                        "home.count",
                        "住房",
                        member.id(),
                        Optional.empty(),
                        Optional.of(unknown.source()),
                        Optional.empty(),
                        Optional.of(unknown.reason())));
            }
        }
        return new Judgement(
                "ALL", "全部", List.of(new CriterionResult("home.none", "第一条", "无房", "", met, facts, false)));
    }

    @Override
    public Calculation calculate(Evidence evidence, Judgement judgement) {
        return new Calculation(Optional.of(Money.yuan(810)), List.of(), List.of(), false);
    }

    @Override
    public DayCount period() {
        return DayCount.working(7);
    }

    @Override
    public boolean republishAfterObjection() {
        return false;
    }

    @Override
    public List<String> outlets() {
        return List.of("web");
    }

    @Override
    public List<Line> compose(org.onevisit.housing.model.Application application, Explanation explanation) {
        return List.of(new Line("申请人", "测*"));
    }

    @Override
    public DayCount filingWindow() {
        return DayCount.calendar(30);
    }

    @Override
    public NotFiled whenNotFiled() {
        return notFiled;
    }

    @Override
    public ReviewResult judge(Evidence evidence, Optional<Money> current) {
        Judgement judgement = judge(evidence);
        ReviewResult.ReviewOutcome outcome =
                switch (judgement.overall()) {
                    case MET -> ReviewResult.ReviewOutcome.KEEP;
                    case NOT_MET -> ReviewResult.ReviewOutcome.END;
                    case UNKNOWN -> ReviewResult.ReviewOutcome.UNDECIDED;
                };
        return new ReviewResult(
                outcome,
                current,
                YearMonth.from(evidence.day()).plusMonths(1),
                new Explanation("fake 1", judgement, Optional.empty()));
    }
}
