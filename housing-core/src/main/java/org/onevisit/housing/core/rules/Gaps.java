package org.onevisit.housing.core.rules;

import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;

/** Names gaps and their cause, for people. */
public final class Gaps {
    private Gaps() {}

    /** Checks without a whole answer. */
    public static List<String> of(State state) {
        List<String> gaps = new ArrayList<>();
        state.verification().slots().values().stream()
                .filter(slot -> slot.status() != Slot.Status.ANSWERED)
                .forEach(slot -> gaps.add(slot.check()));
        return gaps;
    }

    /** Why a fact of a check is unknown, zh-CN. */
    static String text(CheckRule rule, Slot slot, boolean answered) {
        if (answered) {
            return rule.text() + "的答复未包含该项";
        }
        return rule.text() + cause(slot);
    }

    /** Why a slot is not answered, zh-CN. */
    public static String cause(Slot slot) {
        String late = slot.status() == Slot.Status.OVERDUE ? "，已超过答复时限" : "";
        return switch (slot.cause()) {
            case NONE -> slot.status() == Slot.Status.OVERDUE ? "逾期未答复" : "核查中";
            case NOT_INSTALLED -> "核查插件未安装（" + slot.check() + "）" + late;
            case UNREACHABLE -> "系统无法连通" + late;
            case FAILED -> "核查插件出错" + late;
            case PROMISED -> "已受理查询，尚未答复" + late;
            case PARTIAL -> "只答复了部分成员" + late;
            case NOT_AUTHORISED -> "成员未签署授权" + late;
            case REVOKED -> "成员已撤回授权" + late;
        };
    }
}
