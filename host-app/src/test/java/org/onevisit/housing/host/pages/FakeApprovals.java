package org.onevisit.housing.host.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.view.AllowedAction;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.Disclosures;
import org.onevisit.housing.view.EvidenceView;
import org.onevisit.housing.view.FindingOrigin;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.Page;
import org.onevisit.housing.view.Paper;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.Receipt;

/** Answers like the engine about a few applications, one at each step; commands move them along. */
final class FakeApprovals implements ApprovalService {
    private static final Deadline ENDS = new Deadline(LocalDate.of(2026, 12, 30), false);
    private final FakeEngine engine;
    private final Actor actor;

    FakeApprovals(FakeEngine engine, Actor actor) {
        this.engine = engine;
        this.actor = actor;
    }

    @Override
    public Application readSubmission(String json) {
        engine.submissions.add(json);
        List<HousingException.FieldError> errors = new ArrayList<>();
        JsonNode members = tree(json).path("household").path("members");
        for (int i = 0; i < members.size(); i++) {
            String number = members.get(i).path("identity").path("number").asText();
            if (ResidentId.faultOf(number).isPresent()) {
                errors.add(FakeCases.error("/household/members/" + i + "/identity/number"));
            }
        }
        if (!errors.isEmpty()) {
            throw new HousingException(ErrorCode.MALFORMED_SUBMISSION, "the submission is malformed", errors);
        }
        return FakeCases.application();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new HousingException(ErrorCode.NOT_JSON, "not JSON", e);
        }
    }

    @Override
    public MakeGoodList check(Application application) {
        return FakeCases.missing();
    }

    @Override
    public Receipt submit(Application application, String key) {
        return new Receipt(
                ApplicationNumber.of("330482-20261102-000001"),
                "7K3QX9MBT2C",
                FakeCases.RECEIVED,
                FakeCases.COUNTY,
                Step.RECEIVED,
                1,
                ENDS,
                FakeCases.missing(),
                List.of());
    }

    @Override
    public ApplicationView perform(ApplicationNumber number, Command command, String key, OptionalLong ifRevision) {
        engine.commands.add(command);
        Step step = step(number);
        if (command instanceof Command.Oppose oppose && oppose.reasons().isEmpty()) {
            throw new HousingException(ErrorCode.EVIDENCE_MISSING, "OPPOSE wants reasons; give them");
        }
        engine.steps.put(number.value(), after(command, step));
        return find(number);
    }

    private static Step after(Command command, Step step) {
        return switch (command.action()) {
            case ACCEPT -> Step.CHECKING;
            case REQUEST_MAKE_GOOD -> Step.MAKING_GOOD;
            case MAKE_GOOD -> Step.RECEIVED;
            case ENDORSE, OPPOSE -> Step.VOTING;
            case RECHECK -> Step.CHECKING;
            case VOTE -> Step.NOTICE_OPEN;
            case WITHDRAW -> Step.WITHDRAWN;
            default -> step;
        };
    }

    @Override
    public void attach(ApplicationNumber number, String document, byte[] content) {
        engine.attachments.put(document, content);
    }

    @Override
    public Optional<byte[]> attachment(ApplicationNumber number, String document) {
        return Optional.ofNullable(engine.attachments.get(document));
    }

    private Step step(ApplicationNumber number) {
        Step step = engine.steps.get(number.value());
        if (step == null) {
            throw new HousingException(ErrorCode.NOT_FOUND, "there is no application " + number);
        }
        if (step == Step.ERASED) {
            throw new HousingException(ErrorCode.ERASED, "the dossier of " + number + " was destroyed");
        }
        return step;
    }

    @Override
    public ApplicationView find(ApplicationNumber number) {
        Step step = step(number);
        boolean late = step.stage()
                .map(s -> s.compareTo(Stage.SUBDISTRICT_REVIEW) >= 0)
                .orElse(true);
        boolean checked = late || step == Step.CHECKING;
        return new ApplicationView(
                number,
                7,
                step,
                "pinghu 2026.1",
                FakeCases.application(),
                FakeCases.COUNTY,
                checked ? new MakeGoodList(List.of()) : FakeCases.missing(),
                checked ? FakeCases.slots(late) : List.of(),
                step == Step.REFUSED ? Met.NOT_MET : Met.UNKNOWN,
                FakeEngine.opinions(step),
                FakeEngine.votes(step),
                FakeEngine.notice(step),
                FakeEngine.objections(step),
                late ? List.of("LATE_FINDING") : List.of(),
                allowed(step));
    }

    private List<AllowedAction> allowed(Step step) {
        return Arrays.stream(Action.values())
                .filter(a -> FakeEngine.mayEver(actor.role(), a))
                .map(a -> FakeEngine.fits(step, a)
                        ? new AllowedAction(a, true, Optional.empty())
                        : new AllowedAction(a, false, Optional.of("当前状态（" + step + "）不能办理")))
                .toList();
    }

    @Override
    public Progress progress(ApplicationNumber number) {
        return FakeEngine.progressAt(step(number));
    }

    @Override
    public EvidenceView evidence(ApplicationNumber number) {
        return new EvidenceView(FakeCases.slots(true), FakeCases.facts());
    }

    @Override
    public Disclosures disclosures(ApplicationNumber number) {
        return new Disclosures(List.of(), List.of());
    }

    @Override
    public List<FindingOrigin> origins(ApplicationNumber number) {
        return List.of();
    }

    @Override
    public Explanation explanation(ApplicationNumber number) {
        if (actor.role() == Role.SUPERVISOR) {
            throw new HousingException(ErrorCode.FORBIDDEN, "a supervisor reads no explanation");
        }
        return FakeCases.explanation(step(number) != Step.REFUSED);
    }

    @Override
    public ClockView clock(ApplicationNumber number) {
        return FakeEngine.clockAt(step(number));
    }

    @Override
    public List<JournalEntry> journal(ApplicationNumber number) {
        List<JournalEntry> entries = new ArrayList<>();
        String[] types = {"SUBMITTED", "ACCEPTED", "INQUIRY_SENT", "FINDING_RECEIVED", "SLOT_OVERDUE", "CHECKS_SETTLED"
        };
        for (int i = 0; i < types.length; i++) {
            entries.add(new JournalEntry(
                    i + 1,
                    number,
                    i + 1,
                    types[i],
                    FakeCases.RECEIVED.plusSeconds(i * 86_400L),
                    i < 1 ? "RECEIVED" : "CHECKING",
                    i < 2 ? "zhang-7" : "system",
                    i == 3 ? "org.onevisit.housing.agency-http@1.0.0" : "",
                    List.of(),
                    List.of(),
                    "00"));
        }
        return entries;
    }

    @Override
    public Paper paper(ApplicationNumber number, String kind) {
        return new Paper(
                number,
                kind,
                "平住保〔2026〕17号",
                kind.equals("receipt") ? "收件凭证" : "住房保障决定书",
                "测试甲",
                LocalDate.of(2026, 12, 18),
                List.of("您（户）于 2026 年 11 月 2 日提出的公共租赁住房保障申请，经项目核查、街道审核、联审公示，现决定如下：准予租赁补贴保障。"),
                kind.equals("decision") ? List.of() : List.of("身份证 2 份", "户口簿 1 份", "住房保障申请表 1 份"),
                kind.equals("decision") ? Optional.of(FakeCases.explanation(true)) : Optional.empty(),
                List.of("对本决定不服的，可以自收到本决定书之日起六十日内向平湖市人民政府申请行政复议，或者六个月内向人民法院提起行政诉讼。"),
                "《公共租赁住房管理办法》（住房和城乡建设部令第11号）第八条、第九条",
                List.of("收入线为占位数值，没有官方来源"));
    }

    @Override
    public Page<ApplicationSummary> list(
            Optional<Stage> stage, Optional<String> agency, boolean overdue, String cursor, int limit) {
        List<ApplicationSummary> items = engine.steps.entrySet().stream()
                .filter(e -> stage.isEmpty() || e.getValue().stage().equals(stage))
                .map(e -> summary(e.getKey(), e.getValue()))
                .toList();
        return new Page<>(items, stage.isEmpty() ? Optional.of("c-1") : Optional.empty());
    }

    private static ApplicationSummary summary(String number, Step step) {
        return new ApplicationSummary(
                ApplicationNumber.of(number),
                step,
                FakeCases.COUNTY,
                step == Step.CHECKING ? List.of("bank", "housing") : List.of(),
                step.isOpen() ? Optional.of(ENDS.endsAt()) : Optional.empty(),
                step == Step.REVIEWING);
    }

    @Override
    public List<ApplicationSummary> search(ResidentId person) {
        return List.of(summary("330482-20261102-000003", Step.REVIEWING));
    }

    @Override
    public Page<InquiryView> inquiries(String agency, String cursor, int limit) {
        List<InquiryView> open =
                engine.answers.containsKey("q-housing") ? List.of() : List.of(FakeCases.inquiry(agency));
        return new Page<>(open, Optional.empty());
    }

    @Override
    public DeliveryOutcome answer(String inquiry, Finding finding) {
        engine.answers.put(inquiry, finding);
        return DeliveryOutcome.APPLIED;
    }

    @Override
    public FormView form() {
        return FakeCases.form();
    }
}
