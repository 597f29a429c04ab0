package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.rules.Clocks;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.core.rules.Duty;
import org.onevisit.housing.core.rules.Gaps;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Timeline;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.ClockView.PartyDays;
import org.onevisit.housing.view.Progress;

/** Views of the clocks: days used and left with their unit, who holds it, whose days they were. */
final class ClockViews {
    private final Core core;

    ClockViews(Core core) {
        this.core = core;
    }

    Progress progress(State state) {
        Setting setting = core.setting(state);
        Clocks clocks = clocks(state, setting);
        Optional<Deadline> deadline = clocks.whole().or(clocks::intake).or(clocks::makeGood);
        return new Progress(
                state.step(),
                clocks.usedWorkingDays(),
                clocks.leftWorkingDays(),
                clocks.calendarDays(),
                deadline,
                holders(state),
                awaiting(state, setting),
                deadline.map(Deadline::provisional).orElse(false));
    }

    private static List<String> holders(State state) {
        if (!state.step().isOpen()) {
            return List.of();
        }
        if (state.step() == Step.CHECKING && state.timeline().pause().isEmpty()) {
            List<String> out = state.verification().slots().values().stream()
                    .filter(Slot::outstanding)
                    .map(ClockViews::holder)
                    .distinct()
                    .toList();
            return out.isEmpty() ? List.of(Fold.holder(state)) : out;
        }
        return List.of(Fold.holder(state));
    }

    private static String holder(Slot slot) {
        if (!slot.asking()) {
            return "applicant";
        }
        return slot.cause() == Slot.Cause.NOT_INSTALLED ? "operator" : "agency:" + slot.agency();
    }

    private static List<String> awaiting(State state, Setting setting) {
        List<String> lines = new ArrayList<>(DuePapers.awaiting(state, setting));
        if (state.step() == Step.REFUSED && state.flags().contains(State.Flag.NEW_EVIDENCE)) {
            lines.add("决定后收到新的核查结果" + remedy(state, setting));
        }
        if (state.step() != Step.CHECKING) {
            return lines;
        }
        state.verification().slots().values().stream()
                .filter(Slot::outstanding)
                .forEach(slot -> lines.add(
                        setting.rules().check(slot.check()).map(r -> r.text()).orElse(slot.agency()) + "："
                                + Gaps.cause(slot)));
        return lines;
    }

    /** How a refusal can be reconsidered, while it can be. */
    private static String remedy(State state, Setting setting) {
        return state.flags().contains(State.Flag.RECONSIDERED)
                ? ""
                : clocks(state, setting)
                        .reconsideration()
                        .filter(end -> !setting.today().isAfter(end.day()))
                        .map(end -> "，可在 " + end.day() + " 前申请复核")
                        .orElse("");
    }

    ClockView clock(State state) {
        Setting setting = core.setting(state);
        Clocks clocks = clocks(state, setting);
        Duty duty = new Duty(state, setting.calendar(), setting.now());
        List<PartyDays> days = duty.parties();
        return new ClockView(
                state.timeline().receivedAt(),
                state.timeline().acceptedOn(),
                clocks.intake(),
                clocks.whole(),
                clocks.stage(),
                clocks.usedWorkingDays(),
                days.stream().mapToInt(PartyDays::calendarDays).sum(),
                state.timeline().pause().map(Timeline.Pause::from),
                days,
                duty.stages());
    }

    private static Clocks clocks(State state, Setting setting) {
        return new Clocks(state, setting.rules(), setting.calendar(), setting.now());
    }
}
