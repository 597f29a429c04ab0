package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.AwardView;

/** When a dossier may be destroyed: at an end, when nothing hangs on it, after the years for which the county keeps it. */
public final class Erasing {
    private static final int LONGEST_REASONS = 200;

    private Erasing() {}

    /**
     * Refuses an erasure that is not due.
     *
     * @param last day of the last entry of its journal
     * @throws HousingException NOT_ERASABLE with what stands against it
     */
    public static void require(State state, Setting setting, LocalDate last) {
        if (state.step().isOpen()) {
            throw refused(state, "尚在办理中（" + state.step() + "）", "办结并满保管期限后再销毁");
        }
        state.award().filter(award -> award.state() != AwardView.State.ENDED).ifPresent(award -> {
            throw refused(state, "的保障资格仍在执行（" + award.state() + "）", "保障资格终止并满保管期限后再销毁");
        });
        int years = setting.rules().archiveYears();
        LocalDate until = last.plusYears(years);
        if (setting.today().isBefore(until)) {
            throw refused(state, "须保管 " + years + " 年（政策包 archiveYears），最后一次记录为 " + last, until + " 起方可销毁");
        }
    }

    /**
     * Refuses reasons that say nothing, say too much, or hold what looks like the number of a person.
     *
     * @throws HousingException BAD_ARGUMENT
     */
    public static void requireReasons(String reasons) {
        if (reasons.isBlank() || reasons.length() > LONGEST_REASONS) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "销毁理由须为 1 到 " + LONGEST_REASONS + " 个字");
        }
        if (reasons.matches("(?s).*\\d{11}.*")) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "销毁理由含有类似证件号码或手机号码的数字；理由在档案销毁后仍会保留，请勿写入个人信息，可写批准文号");
        }
    }

    private static HousingException refused(State state, String why, String what) {
        return new HousingException(ErrorCode.NOT_ERASABLE, "申请 " + state.number() + " " + why + "，不能销毁档案；请在" + what);
    }
}
