package org.onevisit.housing.host.fault;

import java.util.function.UnaryOperator;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.fake.FakeBundle;

/** Calls in which a plugin eats the memory. */
enum Hungry {
    CHECK(FaultMatrixTest.Kind.AGENCY_CHECK, "test.faulty-agency", "check", "police", FaultyAgency.class),
    COLLECT(FaultMatrixTest.Kind.AGENCY_COLLECT, "test.faulty-agency", "collect", "police", FaultyAgency.class),
    CHANNEL(FaultMatrixTest.Kind.INTAKE_CHANNEL, "test.faulty-channel", "channel", "", FaultyChannel.class),
    HAND_IN(FaultMatrixTest.Kind.CHANNEL_COLLECT, "test.faulty-channel", "handin", "", FaultyChannel.class),
    OUTLET(FaultMatrixTest.Kind.OUTLET, "test.faulty-outlet", "outlet", "", FaultyOutlet.class),
    CALENDAR(FaultMatrixTest.Kind.CALENDAR, "test.faulty-calendar", "calendar", "", FaultyCalendar.class),
    POLICY(FaultMatrixTest.Kind.POLICY, "test.faulty-policy", "policy", "", FaultyPolicy.class),
    ASSISTANCE(FaultMatrixTest.Kind.ASSISTANCE, "test.faulty-policy", "assistance", "", FaultyPolicy.class),
    PUBLICITY(FaultMatrixTest.Kind.PUBLICITY, "test.faulty-policy", "publicity", "", FaultyPolicy.class),
    REVIEW(FaultMatrixTest.Kind.REVIEW, "test.faulty-policy", "review", "", FaultyPolicy.class),
    STORE(FaultMatrixTest.Kind.STORE, "test.faulty-store", "store", "", FaultyStore.class);

    private static final String VERSION = "1.0.0";
    private final FaultMatrixTest.Kind kind;
    private final String plugin;
    private final String call;
    private final String check;
    private final Class<?> activator;

    Hungry(FaultMatrixTest.Kind kind, String plugin, String call, String check, Class<?> activator) {
        this.kind = kind;
        this.plugin = plugin;
        this.call = call;
        this.check = check;
        this.activator = activator;
    }

    /** Where it stands on the page. */
    FaultMatrixTest.Kind kind() {
        return kind;
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
        return plugin + "@" + VERSION;
    }

    /** Its bundle. */
    FakeBundle bundle() {
        return FaultHost.bundle(plugin, VERSION, activator);
    }

    /** A store comes with the host, beside the real one; everything else comes through the tray. */
    UnaryOperator<HostBuilder> beside() {
        return this == STORE ? builder -> Hosts.beside(builder, bundle()) : builder -> builder;
    }

    /** How it misbehaves, by name as in {@link Misbehaviour}. */
    String call() {
        return call;
    }
}
