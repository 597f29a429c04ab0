package org.onevisit.housing.host.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Stage;
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

/** The door of the fake engine. */
final class FakeApprovals implements ApprovalService {
    private final FakeEngine engine;

    FakeApprovals(FakeEngine engine) {
        this.engine = engine;
    }

    @Override
    public Application readSubmission(String json) {
        return engine.note(Samples.application(), json);
    }

    @Override
    public MakeGoodList check(Application application) {
        return engine.note(Samples.missing(), "check");
    }

    @Override
    public Receipt submit(Application application, String key) {
        return engine.note(Samples.receipt(), "submit", key);
    }

    @Override
    public ApplicationView perform(ApplicationNumber number, Command command, String key, OptionalLong ifRevision) {
        return engine.note(Samples.view(), number, command, key, ifRevision);
    }

    @Override
    public void attach(ApplicationNumber number, String document, byte[] content) {
        engine.note("", number, document, content.length);
    }

    @Override
    public Optional<byte[]> attachment(ApplicationNumber number, String document) {
        return document.equals("d1") ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty();
    }

    @Override
    public ApplicationView find(ApplicationNumber number) {
        return engine.note(Samples.view(), number);
    }

    @Override
    public Progress progress(ApplicationNumber number) {
        return engine.progress("", "");
    }

    @Override
    public EvidenceView evidence(ApplicationNumber number) {
        return engine.note(Samples.evidence(), number);
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
        return engine.note(Samples.explanation(), number);
    }

    @Override
    public ClockView clock(ApplicationNumber number) {
        return engine.note(Samples.clock(), number);
    }

    @Override
    public List<JournalEntry> journal(ApplicationNumber number) {
        return engine.note(List.of(Samples.entry(1)), number);
    }

    @Override
    public Paper paper(ApplicationNumber number, String kind) {
        return engine.note(Samples.paper(kind), number, kind);
    }

    @Override
    public Page<ApplicationSummary> list(
            Optional<Stage> stage, Optional<String> agency, boolean overdue, String cursor, int limit) {
        return engine.note(
                new Page<>(List.of(Samples.summary()), Optional.of("c2")), stage, agency, overdue, cursor, limit);
    }

    @Override
    public List<ApplicationSummary> search(ResidentId person) {
        return engine.note(List.of(Samples.summary()), person);
    }

    @Override
    public Page<InquiryView> inquiries(String agency, String cursor, int limit) {
        return engine.note(new Page<>(List.of(Samples.inquiry()), Optional.empty()), agency, cursor, limit);
    }

    @Override
    public DeliveryOutcome answer(String inquiry, Finding finding) {
        return engine.note(DeliveryOutcome.APPLIED, inquiry, finding);
    }

    @Override
    public FormView form() {
        return engine.note(Samples.form(), "form");
    }
}
