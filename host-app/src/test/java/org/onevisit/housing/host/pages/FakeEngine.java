package org.onevisit.housing.host.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.OpenedReview;
import org.onevisit.housing.view.OverdueItem;
import org.onevisit.housing.view.Progress;

/** An engine of cardboard: a few applications, one at each step, and a record of what pages did to them. */
final class FakeEngine implements HousingEngine, SupervisionService, PublicDesk {
    final Map<String, Step> steps = new TreeMap<>();
    final List<Command> commands = new ArrayList<>();
    final List<String> submissions = new ArrayList<>();
    final List<String> objections = new ArrayList<>();
    final Map<String, Finding> answers = new LinkedHashMap<>();
    final Map<String, byte[]> attachments = new LinkedHashMap<>();

    FakeEngine() {
        Step[] order = {
            Step.RECEIVED, Step.CHECKING, Step.REVIEWING, Step.VOTING, Step.OBJECTED, Step.APPROVED, Step.REFUSED
        };
        for (int i = 0; i < order.length; i++) {
            steps.put("330482-20261102-00000" + (i + 1), order[i]);
        }
    }

    static boolean mayEver(Role role, Action action) {
        Set<Action> actions =
                switch (role) {
                    case WINDOW_CLERK ->
                        EnumSet.of(
                                Action.ACCEPT,
                                Action.REQUEST_MAKE_GOOD,
                                Action.MAKE_GOOD,
                                Action.DECLINE,
                                Action.AUTHORISE,
                                Action.PAUSE,
                                Action.WITHDRAW);
                    case SUBDISTRICT_REVIEWER ->
                        EnumSet.of(Action.ENDORSE, Action.OPPOSE, Action.RECHECK, Action.PAUSE);
                    case PANEL_MEMBER -> EnumSet.of(Action.VOTE);
                    case PANEL_CHAIR -> EnumSet.of(Action.VOTE, Action.DISMISS_OBJECTION, Action.UPHOLD_OBJECTION);
                    case SUPERVISOR -> EnumSet.of(Action.EXTEND, Action.DISCONTINUE);
                    default -> EnumSet.noneOf(Action.class);
                };
        return actions.contains(action);
    }

    static boolean fits(Step step, Action action) {
        return switch (action) {
            case ACCEPT, REQUEST_MAKE_GOOD -> step == Step.RECEIVED;
            case DECLINE, MAKE_GOOD -> step == Step.RECEIVED || step == Step.MAKING_GOOD;
            case ENDORSE, OPPOSE, RECHECK -> step == Step.REVIEWING;
            case VOTE -> step == Step.VOTING;
            case DISMISS_OBJECTION, UPHOLD_OBJECTION -> step == Step.OBJECTED;
            default -> step.isOpen();
        };
    }

    static List<ApplicationView.Opinion> opinions(Step step) {
        boolean given =
                step.stage().map(s -> s == Stage.JOINT_REVIEW_AND_PUBLICITY).orElse(true);
        return given
                ? List.of(new ApplicationView.Opinion(
                        "chen-2", true, "经入户核实，居住情况属实。", Instant.parse("2026-11-20T03:10:00Z")))
                : List.of();
    }

    static List<ApplicationView.Ballot> votes(Step step) {
        boolean given = step == Step.OBJECTED || step == Step.APPROVED;
        return given
                ? List.of(new ApplicationView.Ballot(
                        "housing", Command.Vote.Choice.APPROVE, "同意", Instant.parse("2026-11-23T02:00:00Z")))
                : List.of();
    }

    static Optional<NoticeView> notice(Step step) {
        boolean shown = step == Step.OBJECTED || step == Step.NOTICE_OPEN;
        return shown ? Optional.of(aNotice()) : Optional.empty();
    }

    private static NoticeView aNotice() {
        return new NoticeView(
                "n-4f2a",
                "平湖市",
                List.of(
                        new PublicityPolicy.Line("申请人", "测*甲"),
                        new PublicityPolicy.Line("证件号码", "33*************014"),
                        new PublicityPolicy.Line("居住地", "当湖街道"),
                        new PublicityPolicy.Line("家庭人数", "3 人"),
                        new PublicityPolicy.Line("保障方式", "租赁补贴")),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 3),
                true);
    }

    static List<ApplicationView.Objection> objections(Step step) {
        return step == Step.OBJECTED
                ? List.of(new ApplicationView.Objection(
                        "o-1",
                        "测试丁",
                        "13900000000",
                        "该户另有住房一套。",
                        Instant.parse("2026-11-25T06:00:00Z"),
                        ApplicationView.Objection.Ruling.OPEN,
                        ""))
                : List.of();
    }

    static Progress progressAt(Step step) {
        boolean open = step.isOpen();
        List<String> holders =
                switch (step) {
                    case RECEIVED -> List.of("window");
                    case MAKING_GOOD -> List.of("applicant");
                    case CHECKING -> List.of("agency:bank", "agency:housing");
                    case REVIEWING -> List.of("subdistrict");
                    case VOTING -> List.of("panel");
                    case NOTICE_OPEN, POSTING -> List.of("publicity");
                    case OBJECTED -> List.of("objection");
                    default -> List.of();
                };
        return new Progress(
                step,
                step == Step.RECEIVED ? 2 : 16,
                step == Step.RECEIVED ? 3 : 24,
                22,
                open ? Optional.of(new Deadline(LocalDate.of(2026, 12, 30), false)) : Optional.empty(),
                holders,
                List.of(),
                false);
    }

    static ClockView clockAt(Step step) {
        return new ClockView(
                FakeCases.RECEIVED,
                Optional.of(LocalDate.of(2026, 11, 4)),
                Optional.empty(),
                Optional.of(new Deadline(LocalDate.of(2026, 12, 30), false)),
                Optional.of(new Deadline(LocalDate.of(2026, 11, 25), false)),
                16,
                22,
                Optional.empty(),
                List.of(
                        new ClockView.PartyDays("window", 2, 2),
                        new ClockView.PartyDays("agency:bank", 7, 9),
                        new ClockView.PartyDays("agency:housing", 4, 6),
                        new ClockView.PartyDays("subdistrict", 3, 5)),
                step == Step.RECEIVED
                        ? List.of()
                        : List.of(
                                new ClockView.StageDays(Stage.INTAKE, 2, 2),
                                new ClockView.StageDays(Stage.VERIFICATION, 11, 15),
                                new ClockView.StageDays(Stage.SUBDISTRICT_REVIEW, 3, 5)));
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        return new FakeApprovals(this, actor);
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        throw new HousingException(ErrorCode.NOT_FOUND, "no awards here");
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        throw new UnsupportedOperationException("nothing is changed here");
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        return this;
    }

    @Override
    public List<OverdueItem> overdue(int limit) {
        return List.of(
                item("330482-20261102-000003", Step.REVIEWING, "subdistrict", "subdistrict", 112, 1),
                item("330482-20261102-000002", Step.CHECKING, "agency:bank", "agency:bank", 84, 0),
                item("330482-20261102-000004", Step.VOTING, "panel", "joint-review", 55, 0));
    }

    private static OverdueItem item(String number, Step step, String party, String limit, int percent, int over) {
        Deadline deadline = new Deadline(LocalDate.of(2026, 11, 25), false);
        return new OverdueItem(ApplicationNumber.of(number), step, party, limit, deadline, percent, over);
    }

    @Override
    public DutyReport duty(YearMonth month) {
        return new DutyReport(
                month,
                List.of(
                        new DutyReport.Row("window", 41, 62, 80),
                        new DutyReport.Row("agency:bank", 37, 214, 301),
                        new DutyReport.Row("subdistrict", 22, 97, 140),
                        new DutyReport.Row("panel", 18, 51, 70)));
    }

    @Override
    public PublicDesk publicDesk() {
        return this;
    }

    @Override
    public Progress progress(String receipt, String lastFour) {
        return switch (receipt + lastFour) {
            case "7K3QX9MBT2C0014" -> progressAt(Step.CHECKING);
            case "AAAAAAAAAAA0014" -> progressAt(Step.APPROVED);
            default -> throw new HousingException(ErrorCode.NOT_FOUND, "no application goes by these two");
        };
    }

    @Override
    public List<NoticeView> notices() {
        return List.of(aNotice());
    }

    @Override
    public String object(String item, String name, String contact, String reasons) {
        objections.add(item + "|" + name + "|" + contact + "|" + reasons);
        return "o-7";
    }

    @Override
    public int runDue(Instant now) {
        return 0;
    }

    @Override
    public Optional<Instant> nextDue(Instant from) {
        return Optional.empty();
    }

    @Override
    public AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        return () -> {};
    }

    @Override
    public List<JournalEntry> eventsAfter(long position, int limit) {
        return List.of();
    }

    @Override
    public List<String> missing() {
        return List.of("核查 expropriation：没有安装对应的插件");
    }

    @Override
    public int callsInFlight() {
        return 2;
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return agencies();
    }

    final List<String> chosen = new java.util.ArrayList<>();

    @Override
    public List<EditionChoice> editionChoices() {
        return List.of(new EditionChoice(
                ApplicationNumber.of("330482-20261102-000006"),
                org.onevisit.housing.process.Step.CHECKING,
                "pinghu 2018.1",
                "pinghu 2026.1",
                Met.MET,
                Met.MET,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public void chooseEdition(ApplicationNumber number, EditionChoice.Choice choice, String reasons) {
        chosen.add(number + " " + choice + " " + reasons);
    }

    @Override
    public List<OpenedReview> reviews() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        return List.of(new OpenedReview(
                ApplicationNumber.of("330482-20261102-000006"),
                "bank",
                true,
                day,
                day.plusDays(14),
                List.of(new OpenedReview.Difference("asset.limit", "第八条", "家庭财产不超过限额", Met.MET, Met.NOT_MET)),
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public List<AgencyHealth> agencies() {
        java.time.Instant since = java.time.Instant.parse("2026-11-27T01:00:00Z");
        return List.of(
                new AgencyHealth(
                        "bank",
                        AgencyHealth.State.OPEN,
                        Optional.of(since),
                        Optional.of(since.plusSeconds(60)),
                        0,
                        3,
                        40,
                        6,
                        java.time.Duration.ofSeconds(20)),
                new AgencyHealth(
                        "tax",
                        AgencyHealth.State.CLOSED,
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        0,
                        0,
                        0,
                        java.time.Duration.ZERO));
    }

    @Override
    public List<String> installedChecks() {
        return List.of(
                "tax: org.onevisit.housing.agency-http@1.0.0", "housing: org.onevisit.housing.agency-worklist@1.0.0");
    }
}
