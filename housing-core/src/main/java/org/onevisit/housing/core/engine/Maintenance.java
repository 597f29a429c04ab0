package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.Erasing;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.view.CallFigures;
import org.onevisit.housing.view.Erasure;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeDifference;
import org.onevisit.housing.view.PluginUse;

/** What depends on plugins and editions, and which share of the calls a version takes. */
final class Maintenance implements MaintenanceService {
    private final Core core;
    private final Actor actor;
    private final Runnable news;

    Maintenance(Core core, Actor actor, Runnable news) {
        this.core = core;
        this.actor = actor;
        this.news = news;
    }

    @Override
    public PluginUse use(String stamp) {
        requireOperator("查看插件的使用情况");
        List<String> checks = core.agencies().codesOf(stamp);
        Set<String> agencies = new TreeSet<>();
        checks.forEach(check -> core.agencies().profile(check).ifPresent(profile -> agencies.add(profile.agency())));
        Set<ApplicationNumber> waiting = new HashSet<>();
        agencies.forEach(agency -> waiting.addAll(core.waitingFor(agency)));
        long[] counts = {0, 0};
        waiting.forEach(number -> core.state(number).ifPresent(state -> state.verification().slots().values().stream()
                .filter(slot -> slot.outstanding() && checks.contains(slot.check()))
                .forEach(slot -> count(slot, counts))));
        return new PluginUse(
                stamp, checks, counts[0], counts[1], core.agencies().inside(stamp));
    }

    private static void count(Slot slot, long[] counts) {
        counts[0]++;
        counts[1] += slot.ticket().isPresent() ? 1 : 0;
    }

    @Override
    public OutcomeDifference difference(Edition candidate, Consumer<OutcomeChange> changes) {
        requireOperator("测算政策调整的影响");
        return new OutcomeStudy(core, Succession.of(core, candidate), changes).run();
    }

    @Override
    public OutcomeDifference difference(Edition earlier, Since since, Consumer<OutcomeChange> changes) {
        requireOperator("测算政策调整的影响");
        return new OutcomeStudy(core, Succession.back(core, earlier, since), changes).run();
    }

    @Override
    public void goBack(EditionId earlier, Since since) {
        requireOperator("退回前一政策版本");
        Succession.goBack(core, earlier, since);
    }

    @Override
    public void share(String stamp, int percent) {
        requireOperator("调整插件的承担比例");
        try {
            core.shares().give(stamp, percent);
        } catch (IllegalArgumentException e) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "比例须为 1 到 100", e);
        }
    }

    @Override
    public void endShare(String stamp) {
        requireOperator("调整插件的承担比例");
        core.shares().end(stamp);
    }

    @Override
    public List<CallFigures> figures() {
        requireOperator("查看插件的使用情况");
        List<CallFigures> all = new ArrayList<>(core.agencies().figures());
        all.addAll(core.channels().figures());
        return all.stream().sorted(Comparator.comparing(CallFigures::stamp)).toList();
    }

    @Override
    public Erasure erase(ApplicationNumber number, String reasons) {
        mayErase(number);
        Erasing.requireReasons(reasons);
        Erasure made = new Erasures(core).erase(number, actor.id(), reasons);
        news.run();
        return made;
    }

    @Override
    public Erasure erasable(ApplicationNumber number) {
        return new Erasures(core).of(mayErase(number));
    }

    /** An operator is one of this site, whose applications are of one county; a supervisor has a scope. */
    private StoredApplication mayErase(ApplicationNumber number) {
        Authority.requireRole(actor, "销毁档案", Role.OPERATOR, Role.SUPERVISOR);
        StoredApplication stored = core.store().load(number).orElseThrow(() -> Core.notFound(number));
        boolean scoped = actor.role() == Role.SUPERVISOR;
        if (scoped && !actor.division().contains(stored.state().county())) {
            throw Authority.forbidden(actor, "销毁申请 " + number + " 的档案");
        }
        return stored;
    }

    private void requireOperator(String what) {
        Authority.requireRole(actor, what, Role.OPERATOR);
    }
}
