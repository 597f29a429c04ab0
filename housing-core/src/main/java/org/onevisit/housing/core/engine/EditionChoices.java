package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.core.event.EditionEvents.Verdict;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.mailbox.Rows;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.EditionChange;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.EditionChoice;

/** The work list of a manual transition: a supervisor decides, application by application. */
final class EditionChoices {
    private final Core core;
    private final Actor actor;

    EditionChoices(Core core, Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    List<EditionChoice> all() {
        Authority.requireRole(actor, "查看待选政策版本的申请", Role.SUPERVISOR);
        List<EditionChoice> choices = new ArrayList<>();
        core.store().find(Rows.EDITION_OFFERED).forEach(number -> core.state(number)
                .filter(state -> state.step().isOpen() && Authority.mayRead(actor, state))
                .ifPresent(state ->
                        state.identity().toDecide().ifPresent(offered -> choices.add(choice(state, offered)))));
        return choices;
    }

    private EditionChoice choice(State state, EditionId offered) {
        Verdict before = EditionChange.verdict(core.setting(state).bench().explain(state));
        Verdict after =
                EditionChange.verdict(core.setting(state, offered).bench().explain(state));
        return new EditionChoice(
                state.number(),
                state.step(),
                state.identity().edition().toString(),
                offered.toString(),
                before.overall(),
                after.overall(),
                before.monthly(),
                after.monthly());
    }

    void choose(ApplicationNumber number, EditionChoice.Choice choice, String reasons) {
        Authority.requireRole(actor, "决定适用的政策版本", Role.SUPERVISOR);
        core.send(core.letter(number, (state, setting) -> {
            Authority.requireRead(actor, state);
            EditionId offered = EditionChange.toDecide(state, reasons);
            return EditionChange.chosen(
                    state,
                    offered,
                    choice == EditionChoice.Choice.ADOPT,
                    reasons,
                    new Moment(setting.now(), actor.id(), ""),
                    setting,
                    core.setting(state, offered));
        }));
    }
}
