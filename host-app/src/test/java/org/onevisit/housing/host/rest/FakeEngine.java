package org.onevisit.housing.host.rest;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.OpenedReview;
import org.onevisit.housing.view.OverdueItem;
import org.onevisit.housing.view.Page;
import org.onevisit.housing.view.Progress;

/** An engine that answers with {@link Samples} and records what it was asked, and by whom. */
final class FakeEngine implements HousingEngine, AwardService, SupervisionService, PublicDesk {
    final List<Object> asked = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();

    /** Notes a call, or fails it when it was told to. */
    <T> T note(T answer, Object... call) {
        asked.add(call.length == 1 ? call[0] : List.of(call));
        failure.ifPresent(e -> {
            throw e;
        });
        return answer;
    }

    void failWith(RuntimeException e) {
        failure = Optional.of(e);
    }

    Object lastAsked() {
        return asked.get(asked.size() - 1);
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        actors.add(actor);
        return new FakeApprovals(this);
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        actors.add(actor);
        return this;
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        throw new UnsupportedOperationException("nothing is changed here");
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        actors.add(actor);
        return this;
    }

    @Override
    public PublicDesk publicDesk() {
        return this;
    }

    @Override
    public Page<AwardView> list(String cursor, int limit) {
        return note(new Page<>(List.of(Samples.award()), Optional.of("c2")), cursor, limit);
    }

    @Override
    public AwardView find(ApplicationNumber number) {
        return note(Samples.award(), number);
    }

    @Override
    public AwardView perform(ApplicationNumber number, Command command) {
        return note(Samples.award(), number, command);
    }

    @Override
    public List<OverdueItem> overdue(int limit) {
        Deadline deadline = new Deadline(Samples.DAY, false);
        return note(
                List.of(new OverdueItem(Samples.NUMBER, Step.CHECKING, "agency:tax", "agency:tax", deadline, 120, 2)),
                limit);
    }

    @Override
    public DutyReport duty(YearMonth month) {
        return note(new DutyReport(month, List.of(new DutyReport.Row("window", 3, 4, 6))), month);
    }

    @Override
    public Progress progress(String receipt, String lastFour) {
        Progress progress = new Progress(
                Step.CHECKING,
                3,
                37,
                5,
                Optional.of(new Deadline(Samples.DAY, true)),
                List.of("agency:tax"),
                List.of(),
                true);
        return note(progress, receipt, lastFour);
    }

    @Override
    public List<NoticeView> notices() {
        return note(List.of(Samples.notice()), "notices");
    }

    @Override
    public String object(String item, String name, String contact, String reasons) {
        return note("o-1", item, name, contact, reasons);
    }

    @Override
    public List<JournalEntry> eventsAfter(long position, int limit) {
        return note(List.of(Samples.entry(position + 1), Samples.entry(position + 7)), position, limit);
    }

    @Override
    public List<String> missing() {
        return List.of();
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return List.of();
    }

    @Override
    public List<EditionChoice> editionChoices() {
        return note(List.of(), "editionChoices");
    }

    @Override
    public void chooseEdition(ApplicationNumber number, EditionChoice.Choice choice, String reasons) {
        note(number, number, choice, reasons);
    }

    @Override
    public List<OpenedReview> reviews() {
        return note(List.of(), "reviews");
    }

    @Override
    public List<AgencyHealth> agencies() {
        return note(List.of(), "agencies");
    }

    @Override
    public List<String> installedChecks() {
        return List.of("tax: org.x.tax@1.2.0");
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
    public int callsInFlight() {
        return 0;
    }
}
