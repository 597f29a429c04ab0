package org.onevisit.housing.core.rules;

import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Words for refusals: which application, what was wanted, why not. Zh-CN for people, with the code for machines. */
final class Refusals {
    private Refusals() {}

    static HousingException illegal(State state, Trigger trigger) {
        return new HousingException(
                ErrorCode.ILLEGAL_TRANSITION,
                "申请 " + state.number() + " 当前处于 " + state.step() + "，不能执行 " + trigger + "；请查看 allowedActions");
    }

    static HousingException refuse(ErrorCode code, State state, String reason) {
        return new HousingException(code, "申请 " + state.number() + "：" + reason);
    }
}
