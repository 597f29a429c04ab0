package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.rules.Clocks;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.core.rules.Gaps;
import org.onevisit.housing.core.rules.Refusal;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Publicity;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.MakeGoodCheck;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.view.AllowedAction;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Receipt;
import org.onevisit.housing.view.SlotView;

/** Makes views of states: what one actor may see. */
final class Views {
    private final Core core;

    Views(Core core) {
        this.core = core;
    }

    ApplicationView application(Dossier dossier, Actor actor) {
        State state = dossier.state();
        Setting setting = core.setting(state);
        return new ApplicationView(
                state.number(),
                dossier.revision(),
                state.step(),
                state.identity().edition().toString(),
                state.application(),
                state.routedTo(),
                makeGood(state, setting),
                slots(state, setting),
                verdict(state, setting),
                state.hearing().opinions(),
                state.hearing().ballots(),
                state.publicity().notice().flatMap(n -> notice(state, n)),
                objections(state, actor),
                flags(state),
                allowed(state, actor, setting));
    }

    /** Unknown too while the policy cannot be computed: what was done is done, and its view is not the place to fail. */
    private static Met verdict(State state, Setting setting) {
        if (state.verification().slots().isEmpty()) {
            return Met.UNKNOWN;
        }
        try {
            return explanation(state, setting).judgement().overall();
        } catch (HousingException e) {
            if (e.code() == ErrorCode.POLICY_FAILED) {
                return Met.UNKNOWN;
            }
            throw e;
        }
    }

    /** Why: as decided, or as it stands. */
    static Explanation explanation(State state, Setting setting) {
        boolean ended = state.step() == Step.APPROVED || state.step() == Step.REFUSED;
        return state.decided().filter(d -> ended).orElseGet(() -> setting.bench()
                .explain(state));
    }

    MakeGoodList makeGood(State state, Setting setting) {
        return new MakeGoodCheck().check(state.application(), setting.rules(), setting.today());
    }

    List<SlotView> slots(State state, Setting setting) {
        Clocks clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
        return state.verification().slots().values().stream()
                .map(slot -> slot(slot, setting, clocks))
                .toList();
    }

    private static SlotView slot(Slot slot, Setting setting, Clocks clocks) {
        Optional<CheckRule> rule = setting.rules().check(slot.check());
        return new SlotView(
                slot.check(),
                slot.agency(),
                rule.map(CheckRule::text).orElse(slot.agency()),
                rule.map(CheckRule::facet).orElse(Facet.ECONOMIC),
                SlotView.Status.valueOf(slot.status().name()),
                Optional.of(slot.inquiry()),
                Optional.of(clocks.slot(slot)),
                slot.calls(),
                slot.status() == Slot.Status.ANSWERED ? Optional.empty() : Optional.of(Gaps.cause(slot)),
                stamp(slot),
                marks(slot));
    }

    /** Who answered last; where everything was known already, who answered that, if it was one. */
    private static Optional<String> stamp(Slot slot) {
        Set<String> all = slot.stamp().isEmpty()
                ? slot.answers().keySet().stream()
                        .map(person -> slot.source(person).stamp())
                        .collect(Collectors.toSet())
                : Set.of(slot.stamp());
        return all.size() == 1 ? all.stream().findFirst().filter(stamp -> !stamp.isEmpty()) : Optional.empty();
    }

    private static List<String> marks(Slot slot) {
        boolean recognised = slot.answers().keySet().stream()
                .anyMatch(person -> slot.source(person).recognised());
        return Stream.concat(slot.flags().stream(), recognised ? Stream.of("RECOGNISED") : Stream.empty())
                .sorted()
                .toList();
    }

    private static List<String> flags(State state) {
        List<String> flags = new ArrayList<>();
        state.flags().forEach(flag -> flags.add(flag.name()));
        if (state.timeline().pause().isPresent()) {
            flags.add("PAUSED");
        }
        flags.sort(null);
        return flags;
    }

    private static List<ApplicationView.Objection> objections(State state, Actor actor) {
        boolean panel = actor.role() == Role.PANEL_CHAIR || actor.role() == Role.PANEL_MEMBER;
        return state.publicity().objections().stream()
                .map(o -> panel
                        ? o
                        : new ApplicationView.Objection(o.id(), "", "", o.reasons(), o.at(), o.ruling(), o.answer()))
                .toList();
    }

    Optional<NoticeView> notice(State state, Publicity.Notice notice) {
        if (notice.firstDay().isEmpty() || notice.lastDay().isEmpty()) {
            return Optional.empty();
        }
        String county = core.editions().ask(state.identity().edition(), edition -> edition.countyName());
        boolean open = !core.setting(state).today().isAfter(notice.lastDay().get());
        return Optional.of(new NoticeView(
                notice.item(),
                county,
                notice.lines(),
                notice.firstDay().get(),
                notice.lastDay().get(),
                open));
    }

    /** Every action on an application: whether the actor may do it now, and why not. */
    List<AllowedAction> allowed(State state, Actor actor, Setting setting) {
        List<AllowedAction> actions = new ArrayList<>();
        for (Action action : Actions.ofApplications()) {
            Trigger trigger = Actions.trigger(action);
            Optional<String> refusal = Decider.refusal(state, trigger, actor, setting)
                    .map(Refusal::text)
                    .or(() -> Actions.decides(action) ? core.ledger().trouble() : Optional.empty());
            actions.add(new AllowedAction(action, refusal.isEmpty(), refusal));
        }
        return actions;
    }

    Receipt receipt(Dossier dossier, Actor actor) {
        State state = dossier.state();
        Setting setting = core.setting(state);
        Clocks clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
        return new Receipt(
                state.number(),
                state.identity().receipt(),
                state.timeline().receivedAt(),
                state.routedTo(),
                state.step(),
                dossier.revision(),
                clocks.intake().or(clocks::whole).orElseGet(() -> setting.calendar()
                        .after(
                                state.timeline().intakeFrom(),
                                setting.rules().limits().intake())),
                makeGood(state, setting),
                allowed(state, actor, setting));
    }

    ApplicationSummary summary(StateRow row) {
        boolean overdue =
                row.deadlineAt().filter(end -> !end.isAfter(core.now())).isPresent();
        List<String> agencies = row.waitingFor().stream()
                .filter(waited -> !DuePapers.isChannel(waited))
                .toList();
        return new ApplicationSummary(
                row.number(), Step.valueOf(row.step()), row.subdistrict(), agencies, row.deadlineAt(), overdue);
    }

    AwardView award(State state) {
        Award award = state.award().orElseThrow(() -> Core.notFound(state.number()));
        boolean running = award.state() != AwardView.State.ENDED;
        List<AwardView.Review> reviews = new ArrayList<>(award.reviews());
        award.openReview()
                .ifPresent(open -> reviews.add(new AwardView.Review(
                        open.due(), open.filed(), Optional.empty(), Optional.empty(), Optional.empty())));
        return new AwardView(
                state.number(),
                award.state(),
                state.application().assistance(),
                running ? award.monthly() : Optional.empty(),
                award.firstMonth(),
                running ? Optional.of(award.anniversary()) : Optional.empty(),
                reviews,
                award.explanation());
    }
}
