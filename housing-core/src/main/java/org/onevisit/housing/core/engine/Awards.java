package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.AwardRules;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.Page;

/** Awards for one actor. */
final class Awards implements AwardService {
    private static final Set<String> ANY = Set.of("ACTIVE", "SUSPENDED", "EXITING", "ENDED");
    private final Core core;
    private final Actor actor;
    private final Views views;

    Awards(Core core, Actor actor, Views views) {
        this.core = core;
        this.actor = actor;
        this.views = views;
    }

    @Override
    public Page<AwardView> list(String cursor, int limit) {
        Authority.requireRole(
                actor,
                "查看保障资格列表",
                Role.WINDOW_CLERK,
                Role.SUBDISTRICT_REVIEWER,
                Role.PANEL_MEMBER,
                Role.PANEL_CHAIR,
                Role.SUPERVISOR);
        int most = Lists.bounded(limit);
        List<StateRow> rows = core.store()
                .list(new StoreQuery(
                        actor.role() == Role.WINDOW_CLERK ? actor.division().county() : actor.division(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ANY,
                        Lists.after(cursor),
                        most + 1));
        List<State> read = new ArrayList<>();
        rows.stream().limit(most).forEach(row -> core.state(row.number()).ifPresent(read::add));
        new Access(core, actor).record(read, "awards");
        Optional<String> next =
                rows.size() > most ? Optional.of(rows.get(most - 1).number().value()) : Optional.empty();
        return new Page<>(read.stream().map(views::award).toList(), next);
    }

    @Override
    public AwardView find(ApplicationNumber number) {
        State state = core.dossier(number).state();
        new Access(core, actor).read(state, "award");
        return views.award(state);
    }

    @Override
    public AwardView perform(ApplicationNumber number, Command command) {
        if (command instanceof Command.End) {
            core.ledger().requireCovered(core.now());
        }
        return views.award(
                core.send(core.letter(number, (state, setting) -> AwardRules.decide(state, command, actor, setting)))
                        .dossier()
                        .state());
    }
}
