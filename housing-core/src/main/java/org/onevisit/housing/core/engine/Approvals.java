package org.onevisit.housing.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.mailbox.ClaimedException;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
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

/** The door of one actor: each call goes to the room that answers it. */
final class Approvals implements ApprovalService {
    private final Core core;
    private final Actor actor;
    private final Views views;
    private final Access access;
    private final Lists lists;

    Approvals(Core core, Actor actor, Views views, Inbox inbox) {
        this.core = core;
        this.actor = actor;
        this.views = views;
        access = new Access(core, actor);
        lists = new Lists(core, actor, views, inbox);
    }

    @Override
    public Application readSubmission(String json) {
        return new Submissions(core, actor).read(json);
    }

    @Override
    public MakeGoodList check(Application application) {
        return new Submissions(core, actor).check(application);
    }

    @Override
    public Receipt submit(Application application, String key) {
        return views.receipt(
                new Submissions(core, actor).submit(application, key).dossier(), actor);
    }

    @Override
    public ApplicationView perform(ApplicationNumber number, Command command, String key, OptionalLong ifRevision) {
        if (!Actions.ofApplication(command.action())) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, command.action().slug() + " 不是申请的操作，请用保障资格的操作");
        }
        Trigger trigger = Actions.trigger(command.action());
        if (Actions.decides(command.action())) {
            core.ledger().requireCovered(core.now());
        }
        Letter letter = Letter.of(
                number,
                dossier -> {
                    requireRevision(number, dossier, ifRevision);
                    return core.decided(
                            number,
                            dossier,
                            (state, setting) -> Decider.decide(state, Order.by(actor, trigger, command), setting));
                },
                new Keys(core.vault()).row(actor, key, number, () -> number + "\n" + bodyOf(command)));
        try {
            return views.application(core.send(letter).dossier(), actor);
        } catch (ClaimedException e) {
            Application wanted = command instanceof Command.Amend amend
                    ? amend.application()
                    : core.dossier(number).state().application();
            throw new Submissions(core, actor).claimed(wanted, e);
        }
    }

    /** What a command asks for, in one text; dossiers in the one form that is sent. */
    private static String bodyOf(Command command) {
        return command instanceof Command.Amend amend
                ? amend.reasons()
                        + new org.onevisit.housing.core.submission.SubmissionWriter().write(amend.application())
                : command.toString();
    }

    private static void requireRevision(ApplicationNumber number, Optional<Dossier> dossier, OptionalLong wanted) {
        if (wanted.isPresent()
                && dossier.filter(d -> d.revision() != wanted.getAsLong()).isPresent()) {
            throw new HousingException(ErrorCode.STALE_REVISION, "申请 " + number + " 在您读取之后已被修改；请重新读取后再试");
        }
    }

    @Override
    public void attach(ApplicationNumber number, String document, byte[] content) {
        new Attachments(core, actor, access).attach(number, document, content);
    }

    @Override
    public Optional<byte[]> attachment(ApplicationNumber number, String document) {
        return new Attachments(core, actor, access).read(number, document);
    }

    @Override
    public ApplicationView find(ApplicationNumber number) {
        Dossier dossier = core.dossier(number);
        access.read(dossier.state(), "application");
        return views.application(dossier, actor);
    }

    @Override
    public Progress progress(ApplicationNumber number) {
        State state = core.dossier(number).state();
        Authority.requireRead(actor, state);
        return new ClockViews(core).progress(state);
    }

    @Override
    public EvidenceView evidence(ApplicationNumber number) {
        State state = core.dossier(number).state();
        access.read(state, "evidence");
        return new EvidenceView(views.slots(state, core.setting(state)), Facts.of(state, core.setting(state)));
    }

    @Override
    public List<FindingOrigin> origins(ApplicationNumber number) {
        State state = core.dossier(number).state();
        Authority.requireRead(actor, state);
        return Facts.origins(state, actor.role() != Role.APPLICANT);
    }

    @Override
    public Explanation explanation(ApplicationNumber number) {
        State state = core.dossier(number).state();
        access.read(state, "explanation");
        return Views.explanation(state, core.setting(state));
    }

    @Override
    public ClockView clock(ApplicationNumber number) {
        State state = core.dossier(number).state();
        Authority.requireRead(actor, state);
        return new ClockViews(core).clock(state);
    }

    @Override
    public Disclosures disclosures(ApplicationNumber number) {
        Dossier dossier = core.dossier(number);
        if (!Authority.permits(Set.of(Who.CLERK, Who.APPLICANT, Who.SUPERVISOR), Optional.of(actor), dossier.state())) {
            throw Authority.forbidden(actor, "查看申请 " + number + " 的信息披露记录");
        }
        access.read(dossier.state(), "disclosures");
        return new DisclosureBook(core).of(dossier, actor.role() != Role.APPLICANT);
    }

    @Override
    public List<JournalEntry> journal(ApplicationNumber number) {
        Optional<StateRow> erased =
                core.store().load(number).filter(StoredApplication::erased).map(StoredApplication::state);
        if (erased.isPresent()) {
            Authority.requireRead(actor, erased.get());
        } else {
            Authority.requireRead(actor, core.dossier(number).state());
        }
        return core.store().events(number, 0).stream()
                .flatMap(row -> core.journal().entries(row).stream())
                .toList();
    }

    @Override
    public Paper paper(ApplicationNumber number, String kind) {
        Dossier dossier = core.dossier(number);
        access.read(dossier.state(), "paper " + kind);
        return new Papers(core, views).paper(dossier, kind);
    }

    @Override
    public Page<ApplicationSummary> list(
            Optional<Stage> stage, Optional<String> agency, boolean overdue, String cursor, int limit) {
        return lists.applications(stage, agency, overdue, cursor, limit);
    }

    @Override
    public List<ApplicationSummary> search(ResidentId person) {
        return lists.search(person);
    }

    @Override
    public Page<InquiryView> inquiries(String agency, String cursor, int limit) {
        return lists.inquiries(agency, cursor, limit);
    }

    @Override
    public DeliveryOutcome answer(String inquiry, Finding finding) {
        return lists.answer(inquiry, finding);
    }

    @Override
    public FormView form() {
        return lists.form();
    }

    /** An order that changes nothing but what is attached. */
    static Decision unchanged(State state) {
        return new Decision(state, List.of());
    }
}
