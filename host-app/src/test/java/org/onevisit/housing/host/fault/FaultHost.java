package org.onevisit.housing.host.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.CallFigures;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.SlotView;
import org.osgi.framework.Constants;

/** A host of Pinghu with one faulty plugin among healthy ones. */
final class FaultHost implements AutoCloseable {
    static final String CORE = "org.onevisit.housing.core";
    static final String SIMULATED = "org.onevisit.housing.agency-simulated";
    static final Actor OPERATOR = Actor.officer("li-3", Role.OPERATOR, DrillSite.COUNTY);
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private final MovableClock clock;
    private final AtomicInteger households = new AtomicInteger();
    private final FaultEar ear = new FaultEar();
    private final Path folder;
    private String switchedOn = "";
    private final HousingHost host;

    /** With every check of the pack but the police's. */
    FaultHost(Path folder, UnaryOperator<HostBuilder> more) {
        this(folder, "police", more);
    }

    /** With every check of the pack but {@code without}. */
    FaultHost(Path folder, String without, UnaryOperator<HostBuilder> more) {
        this(folder, without, 0, ahead(), more);
    }

    /** The same; simulated agencies take so long to answer, and the clock is so far ahead of the machine's. */
    FaultHost(Path folder, String without, int delayMillis, Duration ahead, UnaryOperator<HostBuilder> more) {
        this.folder = folder;
        clock = new MovableClock(Clock.offset(Clock.systemUTC(), ahead), Duration.ZERO);
        host = more.apply(builder(folder, without, delayMillis).clock(clock)).start();
    }

    /** How far the clock of a host is ahead of the machine's, unless said otherwise: it stands at a morning of March 2026. */
    static Duration ahead() {
        return Duration.between(Clock.systemUTC().instant(), START);
    }

    /** A host of Pinghu with every check of the pack but one. */
    static HostBuilder builder(Path folder, String without, int delayMillis) {
        Map<String, String> checks = new HashMap<>(DrillSite.checks());
        checks.remove(without);
        HostBuilder builder = HousingHost.in(folder)
                .pack("pinghu")
                .trustUnsigned()
                .modulePatience(Duration.ofMillis(500))
                .patience(Duration.ofMillis(200))
                .evenIncomplete();
        checks.forEach((check, facts) -> builder.configure(
                "org.onevisit.housing.agency.simulated~" + check,
                Map.of("check", check, "supplies", facts.split(" "), "seed", 7L, "delayMillis", delayMillis)));
        return builder;
    }

    /** Households from this one on, which no other host of this folder has had. */
    void from(int household) {
        households.set(household);
    }

    HousingHost host() {
        return host;
    }

    FaultEar ear() {
        return ear;
    }

    /** From now on this kind of plugin does this wrong. */
    void on(String kind, Fault fault) {
        switchedOn = "housing.fault." + kind;
        System.setProperty(switchedOn, fault.name());
    }

    void off() {
        if (!switchedOn.isEmpty()) {
            System.clearProperty(switchedOn);
            switchedOn = "";
        }
    }

    /** A faulty bundle. */
    static FakeBundle bundle(String name, String version, Class<?> activator, Class<?>... more) {
        String spi = List.of("calendar", "intake", "policy", "publicity", "review", "store", "verification").stream()
                .map(one -> "org.onevisit.housing.spi." + one
                        + (one.equals("store") ? ";version=\"[0.9,1)\"" : ";version=\"[1.0,2)\""))
                .collect(Collectors.joining(","));
        return new FakeBundle(name, version)
                .header(Constants.BUNDLE_ACTIVATOR, activator.getName())
                .header(
                        Constants.IMPORT_PACKAGE,
                        "org.osgi.framework;version=\"[1.8,2)\",org.osgi.util.tracker;version=\"[1.5,2)\",org.onevisit.housing.engine;version=\"[1.0,2)\","
                                + "org.onevisit.housing.explanation;version=\"[1.0,2)\","
                                + "org.onevisit.housing.model;version=\"[1.0,2)\","
                                + "org.onevisit.housing.process;version=\"[1.0,2)\","
                                + "org.onevisit.housing.view;version=\"[1.0,2)\"," + spi)
                .classes(activator, Misbehaviour.class)
                .classes(more);
    }

    /** Lays a bundle into the tray; the host's answer. */
    String lay(FakeBundle bundle, String file) {
        Path jar = folder.resolve("plugins").resolve(file);
        try {
            Files.write(jar, bundle.jar());
            Path ok = jar.resolveSibling(file + ".ok");
            Path refused = jar.resolveSibling(file + ".refused");
            until(() -> {
                host.scanTrays();
                return Files.exists(ok) || Files.exists(refused);
            });
            return Files.exists(ok)
                    ? "taken"
                    : "refused: " + Files.readAllLines(refused).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An application that was accepted just now. */
    ApplicationNumber accepted() {
        ApprovalService clerk = clerk();
        while (true) {
            int index = households.getAndIncrement();
            String json = DrillSite.household(host, clerk, 5, index).json();
            var receipt = DrillSite.submitted(host, clerk, json, "key-" + index);
            if (receipt.isPresent()) {
                clerk.accept(receipt.get().number());
                return receipt.get().number();
            }
        }
    }

    ApprovalService clerk() {
        return host.approvalsFor(DrillSite.CLERK);
    }

    List<JournalEntry> journal(ApplicationNumber number) {
        return clerk().journal(number);
    }

    /** How many agencies have answered about an application by this plugin. */
    long findings(ApplicationNumber number, String plugin) {
        return journal(number).stream()
                .filter(entry -> entry.type().equals("FINDING_RECEIVED"))
                .filter(entry -> entry.stamp().startsWith(plugin + "@"))
                .count();
    }

    SlotView slot(ApplicationNumber number, String check) {
        return clerk().find(number).slots().stream()
                .filter(slot -> slot.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    /** Name, version and state of the versions of a plugin that are here. */
    String plugins(String name) {
        return host.plugins().stream()
                .filter(plugin -> plugin.name().equals(name))
                .map(plugin -> plugin.version() + " " + plugin.state())
                .collect(Collectors.joining(", "));
    }

    /** How the calls to a version have gone. */
    CallFigures figures(String stamp) {
        return host.engine().maintenanceFor(OPERATOR).figures().stream()
                .filter(one -> one.stamp().equals(stamp))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figures of " + stamp));
    }

    /** The clock goes on so far that everything that waits is due again. */
    void later() {
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(70)));
        host.runDue();
    }

    /** The clock goes on so far. */
    void later(Duration time) {
        clock.moveTo(clock.instant().plus(time));
        host.runDue();
    }

    /** Waits, while the timed work is done. */
    void until(BooleanSupplier reached) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(reached::getAsBoolean);
    }

    /** The same, doing the timed work. */
    void untilDue(BooleanSupplier reached) {
        until(() -> {
            host.runDue();
            return reached.getAsBoolean();
        });
    }

    @Override
    public void close() {
        off();
        ear.close();
        host.close();
    }
}
