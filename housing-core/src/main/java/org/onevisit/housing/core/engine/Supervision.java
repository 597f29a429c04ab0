package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.mailbox.Rows;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.Clocks;
import org.onevisit.housing.core.rules.Duty;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.ClockView.PartyDays;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.OpenedReview;
import org.onevisit.housing.view.OverdueItem;

/** What runs late and who owned the days (跟踪督办). */
final class Supervision implements SupervisionService {
    private static final int FIRST_WARNING = 50;
    private static final int PAGE = 1000;
    private static final Set<String> OPEN =
            Stream.of(Step.values()).filter(Step::isOpen).map(Step::name).collect(Collectors.toSet());
    private final Core core;
    private final Actor actor;
    private final Supplier<List<AgencyHealth>> health;

    Supervision(Core core, Actor actor, Supplier<List<AgencyHealth>> health) {
        this.core = core;
        this.actor = actor;
        this.health = health;
    }

    @Override
    public List<OpenedReview> reviews() {
        Authority.requireRole(actor, "查看新证据复核清单", Role.SUPERVISOR);
        List<OpenedReview> reviews = new ArrayList<>();
        core.store().find(Rows.REVIEW_OPENED).forEach(number -> core.state(number)
                .filter(state -> Authority.mayRead(actor, state))
                .ifPresent(state -> state.award().flatMap(Award::openReview).ifPresent(review -> review.reason()
                        .ifPresent(reason -> reviews.add(review(number, review, reason))))));
        return reviews;
    }

    @Override
    public List<EditionChoice> editionChoices() {
        return new EditionChoices(core, actor).all();
    }

    @Override
    public void chooseEdition(ApplicationNumber number, EditionChoice.Choice choice, String reasons) {
        new EditionChoices(core, actor).choose(number, choice, reasons);
    }

    private static OpenedReview review(ApplicationNumber number, Award.OpenReview review, Award.Reason reason) {
        return new OpenedReview(
                number,
                reason.check(),
                reason.contradicts(),
                reason.openedOn(),
                review.due(),
                reason.differences().stream()
                        .map(d -> new OpenedReview.Difference(d.code(), d.clause(), d.text(), d.before(), d.after()))
                        .toList(),
                reason.before(),
                reason.after());
    }

    @Override
    public List<AgencyHealth> agencies() {
        Authority.requireRole(actor, "查看部门连通情况", Role.SUPERVISOR);
        return health.get();
    }

    @Override
    public List<OverdueItem> overdue(int limit) {
        Authority.requireRole(actor, "查看督办清单", Role.SUPERVISOR);
        List<OverdueItem> items = new ArrayList<>();
        each(OPEN, state -> items.addAll(limits(state)));
        return items.stream()
                .sorted(Comparator.comparingInt(OverdueItem::overBy)
                        .thenComparingInt(OverdueItem::usedPercent)
                        .reversed()
                        .thenComparing(OverdueItem::number))
                .limit(Lists.bounded(limit))
                .toList();
    }

    private List<OverdueItem> limits(State state) {
        Setting setting = core.setting(state);
        Clocks clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
        List<OverdueItem> items = new ArrayList<>();
        String holder = Fold.holder(state);
        clocks.whole().ifPresent(end -> add(items, state, setting, holder, "case", end, clocks.wholeLimit()));
        state.step().stage().ifPresent(stage -> clocks.stage()
                .ifPresent(end -> add(
                        items,
                        state,
                        setting,
                        holder,
                        Clocks.name(state.step()),
                        end,
                        length(state, clocks, stage, setting))));
        if (state.step() == Step.CHECKING) {
            state.verification().slots().values().stream()
                    .filter(Slot::asking)
                    .forEach(slot -> add(
                            items,
                            state,
                            setting,
                            "agency:" + slot.agency(),
                            "agency:" + slot.agency(),
                            clocks.slot(slot),
                            slot.limit()));
        }
        return items;
    }

    private static DayCount length(State state, Clocks clocks, Stage stage, Setting setting) {
        return state.step() == Step.MAKING_GOOD ? setting.rules().limits().makeGood() : clocks.stageLimit(stage);
    }

    private static void add(
            List<OverdueItem> items,
            State state,
            Setting setting,
            String party,
            String limit,
            Deadline end,
            DayCount length) {
        LocalDate today = setting.today();
        boolean working = length.unit() == DayCount.Unit.WORKING;
        int left = today.isAfter(end.day())
                ? 0
                : working
                        ? setting.calendar().workingDaysBetween(today, end.day())
                        : (int) (end.day().toEpochDay() - today.toEpochDay());
        int over = today.isAfter(end.day()) ? setting.calendar().workingDaysBetween(end.day(), today) : 0;
        int used = length.days() == 0 ? 100 : (length.days() - left + over) * 100 / length.days();
        if (used >= FIRST_WARNING) {
            items.add(new OverdueItem(state.number(), state.step(), party, limit, end, used, over));
        }
    }

    @Override
    public DutyReport duty(YearMonth month) {
        Authority.requireRole(actor, "查看督办月报", Role.SUPERVISOR);
        Map<String, int[]> rows = new TreeMap<>();
        each(Set.of(), state -> {
            List<PartyDays> days =
                    new Duty(state, core.calendar(), core.now()).parties(month.atDay(1), month.atEndOfMonth());
            for (PartyDays party : days) {
                int[] sums = rows.computeIfAbsent(party.party(), p -> new int[3]);
                sums[0]++;
                sums[1] += party.workingDays();
                sums[2] += party.calendarDays();
            }
        });
        List<DutyReport.Row> report = new ArrayList<>();
        rows.forEach((party, sums) -> report.add(new DutyReport.Row(party, sums[0], sums[1], sums[2])));
        return new DutyReport(month, report);
    }

    private void each(Set<String> steps, Consumer<State> visit) {
        Optional<ApplicationNumber> after = Optional.empty();
        List<StateRow> rows;
        do {
            rows = core.store()
                    .list(new StoreQuery(
                            actor.division(), steps, Optional.empty(), Optional.empty(), Set.of(), after, PAGE));
            rows.forEach(row -> core.state(row.number()).ifPresent(visit));
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).number());
        } while (rows.size() == PAGE);
    }
}
