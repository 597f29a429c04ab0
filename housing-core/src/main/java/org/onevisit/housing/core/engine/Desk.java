package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionRaised;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.mailbox.Rows;
import org.onevisit.housing.core.rules.Arrivals.Objecting;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Progress;

/** What everyone may see and do without signing in. */
final class Desk implements PublicDesk {
    private static final int MOST = 1000;
    private final Core core;
    private final Views views;

    Desk(Core core, Views views) {
        this.core = core;
        this.views = views;
    }

    @Override
    public Progress progress(String receipt, String lastFour) {
        String code = typed(receipt);
        Optional<State> state = RandomIds.plausible(code)
                ? core.store().find(core.rows().receipt(code)).stream()
                        .findFirst()
                        .flatMap(core::state)
                        .filter(s -> s.application()
                                .applicantMember()
                                .identity()
                                .lastFour()
                                .equalsIgnoreCase(lastFour.strip()))
                : Optional.empty();
        return new ClockViews(core)
                .progress(state.orElseThrow(
                        () -> new HousingException(ErrorCode.NOT_FOUND, "查询码与证件号码后四位不匹配；请对照收件凭证重新输入")));
    }

    /** What people type for what stands on the receipt: O for 0, I and L for 1, with blanks and hyphens. */
    private static String typed(String receipt) {
        return receipt.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    @Override
    public List<NoticeView> notices() {
        List<NoticeView> notices = new ArrayList<>();
        core.store()
                .list(new StoreQuery(
                        core.county(),
                        Set.of(Step.NOTICE_OPEN.name(), Step.OBJECTED.name()),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        MOST))
                .forEach(row -> core.state(row.number()).ifPresent(state -> state.publicity()
                        .notice()
                        .flatMap(notice -> views.notice(state, notice))
                        .ifPresent(notices::add)));
        return notices;
    }

    @Override
    public String object(String item, String name, String contact, String reasons) {
        ApplicationNumber number = core.store().find(Rows.item(item)).stream()
                .findFirst()
                .filter(n -> core.state(n)
                        .flatMap(s -> s.publicity().notice())
                        .filter(notice -> notice.item().equals(item))
                        .isPresent())
                .orElseThrow(() -> new HousingException(ErrorCode.NOT_FOUND, "没有这条公示，或公示已结束"));
        String[] id = {""};
        core.send(core.letter(number, (state, setting) -> {
            Decision decision = Decider.decide(
                    state, Order.ofCore(Trigger.OBJECTION_RAISED, new Objecting(name, contact, reasons), ""), setting);
            if (decision.events().get(0).event() instanceof ObjectionRaised raised) {
                id[0] = raised.id();
            }
            return decision;
        }));
        return id[0];
    }
}
