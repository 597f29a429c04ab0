package org.onevisit.housing.core.rules;

import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Why something cannot be done: which application, what was wanted, why not. Pages say it before anybody tries; only where somebody
 * does is it thrown.
 *
 * @param code for machines
 * @param text for people, zh-CN
 */
public record Refusal(ErrorCode code, String text) {
    static Refusal illegal(State state, Trigger trigger) {
        return new Refusal(
                ErrorCode.ILLEGAL_TRANSITION,
                "申请 " + state.number() + " 当前处于 " + state.step() + "，不能执行 " + trigger + "；请查看 allowedActions");
    }

    static Refusal of(ErrorCode code, State state, String reason) {
        return new Refusal(code, "申请 " + state.number() + "：" + reason);
    }

    static HousingException refuse(ErrorCode code, State state, String reason) {
        return of(code, state, reason).exception();
    }

    HousingException exception() {
        return new HousingException(code, text);
    }

    void raise() {
        throw exception();
    }
}
