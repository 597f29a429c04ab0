package org.onevisit.housing.core.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.Map;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.process.Action;

/** Which trigger an actor's action pulls. Actions on awards pull none. */
final class Actions {
    private static final ImmutableMap<Action, Trigger> TRIGGERS =
            Maps.immutableEnumMap(new EnumMap<>(ImmutableMap.copyOf(Map.ofEntries(
                    Map.entry(Action.ACCEPT, Trigger.ACCEPT),
                    Map.entry(Action.REQUEST_MAKE_GOOD, Trigger.REQUEST_MAKE_GOOD),
                    Map.entry(Action.MAKE_GOOD, Trigger.MADE_GOOD),
                    Map.entry(Action.DECLINE, Trigger.DECLINE),
                    Map.entry(Action.AUTHORISE, Trigger.AUTHORISED),
                    Map.entry(Action.REVOKE_AUTHORISATION, Trigger.REVOKE),
                    Map.entry(Action.ENDORSE, Trigger.ENDORSE),
                    Map.entry(Action.OPPOSE, Trigger.OPPOSE),
                    Map.entry(Action.RECHECK, Trigger.RECHECK),
                    Map.entry(Action.VOTE, Trigger.VOTE),
                    Map.entry(Action.DISMISS_OBJECTION, Trigger.OBJECTION_DISMISSED),
                    Map.entry(Action.UPHOLD_OBJECTION, Trigger.OBJECTION_UPHELD),
                    Map.entry(Action.RECONSIDER, Trigger.RECONSIDER),
                    Map.entry(Action.AMEND, Trigger.AMEND),
                    Map.entry(Action.PAUSE, Trigger.PAUSE),
                    Map.entry(Action.RESUME, Trigger.RESUME),
                    Map.entry(Action.EXTEND, Trigger.EXTEND),
                    Map.entry(Action.WITHDRAW, Trigger.WITHDRAW),
                    Map.entry(Action.DISCONTINUE, Trigger.DISCONTINUE)))));

    private Actions() {}

    static ImmutableSet<Action> ofApplications() {
        return TRIGGERS.keySet();
    }

    static boolean ofApplication(Action action) {
        return TRIGGERS.containsKey(action);
    }

    /** Does the action, or what it can bring about, decide an application? Such are not done while the journal is not covered. */
    static boolean decides(Action action) {
        return action == Action.VOTE || action == Action.DISMISS_OBJECTION || action == Action.UPHOLD_OBJECTION;
    }

    static Trigger trigger(Action action) {
        Trigger trigger = TRIGGERS.get(action);
        if (trigger == null) {
            throw new IllegalStateException(action + " is no action on an application");
        }
        return trigger;
    }
}
