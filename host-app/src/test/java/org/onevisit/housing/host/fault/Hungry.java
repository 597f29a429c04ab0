package org.onevisit.housing.host.fault;

import org.onevisit.housing.host.fake.FakeBundle;

/** Kinds of plugins that eat the memory in a call. */
enum Hungry {
    CHECK("test.faulty-agency", "check", "police", FaultyAgency.class),
    CHANNEL("test.faulty-channel", "channel", "", FaultyChannel.class),
    POLICY("test.faulty-policy", "policy", "", FaultyPolicy.class),
    OUTLET("test.faulty-outlet", "outlet", "", FaultyOutlet.class);

    private final String plugin;
    private final String call;
    private final String check;
    private final Class<?> activator;

    Hungry(String plugin, String call, String check, Class<?> activator) {
        this.plugin = plugin;
        this.call = call;
        this.check = check;
        this.activator = activator;
    }

    /** Symbolic name. */
    String plugin() {
        return plugin;
    }

    /** The check that it brings; empty for a plugin that brings none. */
    String check() {
        return check;
    }

    /** How many healthy agencies are beside it. */
    int agencies() {
        return check.isEmpty() ? 9 : 8;
    }

    /** Name and version. */
    String stamp() {
        return plugin + "@1.0.0";
    }

    /** Its bundle. */
    FakeBundle bundle() {
        return FaultHost.bundle(plugin, "1.0.0", activator);
    }

    /** How many applications are accepted before the fault is on: one that is accepted is judged at once, for the view of it. */
    int after() {
        return this == POLICY ? 3 : 0;
    }

    /** The property that switches its fault on. */
    String property() {
        return "housing.fault." + call;
    }
}
