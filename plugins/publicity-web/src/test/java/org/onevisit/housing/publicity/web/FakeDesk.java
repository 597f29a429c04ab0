package org.onevisit.housing.publicity.web;

import java.time.Instant;
import java.time.LocalDate;
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
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.publicity.PublicityPolicy.Line;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Progress;

/** A public desk with two notices and one receipt; it keeps the objections it was handed. Nothing else of an engine is there. */
final class FakeDesk implements HousingEngine, PublicDesk {
    static final String RECEIPT = "7K3QX9MBT20";
    static final String LAST_FOUR = "001X";
    final List<String> objections = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Optional<ErrorCode> refusal = Optional.empty();
    Step step = Step.CHECKING;
    boolean published = true;
    String applicant = "测*";

    @Override
    public List<NoticeView> notices() {
        return published ? List.of(notice("n-4f2a", true), notice("n-77c0", false)) : List.of();
    }

    private NoticeView notice(String item, boolean open) {
        return new NoticeView(
                item,
                "平湖市",
                List.of(new Line("申请人", applicant), new Line("证件号码", "33*************014")),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 3),
                open);
    }

    @Override
    public String object(String item, String name, String contact, String reasons) {
        refuseIfTold();
        objections.add(String.join("|", item, name, contact, reasons));
        return "o-" + objections.size();
    }

    @Override
    public Progress progress(String receipt, String lastFour) {
        refuseIfTold();
        asked.add(receipt + "/" + lastFour);
        if (!receipt.equals(RECEIPT) || !lastFour.equals(LAST_FOUR)) {
            throw new HousingException(ErrorCode.NOT_FOUND, "these two do not belong together");
        }
        return new Progress(
                step,
                16,
                24,
                22,
                Optional.of(new Deadline(LocalDate.of(2027, 1, 4), true)),
                List.of("agency:tax", "agency:housing"),
                List.of("核查 tax：没有安装对应的插件 <b>"),
                true);
    }

    private void refuseIfTold() {
        refusal.ifPresent(code -> {
            throw new HousingException(code, "told so by the test");
        });
    }

    @Override
    public PublicDesk publicDesk() {
        return this;
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        throw new UnsupportedOperationException("a public page has no actor");
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        throw new UnsupportedOperationException("a public page has no actor");
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        throw new UnsupportedOperationException("a public page has no actor");
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        throw new UnsupportedOperationException("a public page has no actor");
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
        return List.of();
    }

    @Override
    public int callsInFlight() {
        return 0;
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return List.of();
    }

    @Override
    public List<String> installedChecks() {
        return List.of();
    }
}
