package org.onevisit.housing.host;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.HousingException;

/** What a host is given before it starts. Files in the data folder's {@code etc} say the same; what is said here goes first. */
public final class HostBuilder {
    final DataFolder data;
    final Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
    String pack = "";
    String division = "";
    Clock clock = Clock.systemUTC();
    OptionalInt port = OptionalInt.empty();
    long seed;
    Durability durability = Durability.FULL;
    Duration patience = Duration.ofSeconds(10);
    Duration modulePatience = Duration.ofSeconds(20);
    boolean afterOutOfMemory;
    boolean weighsCalls;
    boolean singleThread;
    boolean demo;
    boolean incomplete;
    boolean unsigned;
    BundleChoice bundles = BundleChoice.ALL;
    Consumer<URI> listening = address -> {};

    HostBuilder(Path data) {
        this.data = new DataFolder(data);
    }

    /** The county's pack, by name; there is no default. */
    public HostBuilder pack(String name) {
        pack = requireNonNull(name, "name");
        return this;
    }

    /** The county, where it is not the pack's own. */
    public HostBuilder division(String code) {
        division = requireNonNull(code, "code");
        return this;
    }

    /** The clock of everything; the system's unless given. */
    public HostBuilder clock(Clock given) {
        clock = requireNonNull(given, "clock");
        return this;
    }

    /** Opens a port on the loopback interface, 0 for any that is free. Without it no port is opened. */
    public HostBuilder http(int loopbackPort) {
        if (loopbackPort < 0 || loopbackPort > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535");
        }
        port = OptionalInt.of(loopbackPort);
        return this;
    }

    /** Is told, on the thread that starts the host, once it answers at its address; what is behind that address is still starting. */
    public HostBuilder listening(Consumer<URI> listener) {
        listening = requireNonNull(listener, "listener");
        return this;
    }

    /** Makes ids and numbers repeatable, for simulations; 0 for random ones. */
    public HostBuilder seed(long given) {
        seed = given;
        return this;
    }

    /** What an acknowledged step survives; a power cut unless said otherwise. */
    public HostBuilder durability(Durability wanted) {
        durability = requireNonNull(wanted, "durability");
        return this;
    }

    /** The engine works on the caller's thread, and timed work is done only by {@link HousingHost#runDue}. */
    public HostBuilder singleThread() {
        singleThread = true;
        return this;
    }

    /** Configures a component of a plugin: strings, whole numbers, booleans and arrays of strings. {@code PID~name} for one of several. */
    public HostBuilder configure(String pid, Map<String, ?> values) {
        configurations.put(requireNonNull(pid, "pid"), new HashMap<>(values));
        return this;
    }

    /** A demo: its clock can be moved forward, and stays ahead over restarts. */
    public HostBuilder demo() {
        demo = true;
        return this;
    }

    /** How long start waits for the pack's checks; 10 seconds unless given. */
    public HostBuilder patience(Duration given) {
        patience = requireNonNull(given, "patience");
        return this;
    }

    /** This start follows one that ended for want of memory: the plugin that was being called then starts disabled. */
    public HostBuilder afterOutOfMemory() {
        afterOutOfMemory = true;
        return this;
    }

    /** Keeps in {@code calls.now} what each call to a plugin allocates, for the start after one that ended for want of memory. */
    public HostBuilder weighsCalls() {
        weighsCalls = true;
        return this;
    }

    /** How long a plugin may take to start or to leave before it is interrupted; 20 seconds unless given. */
    public HostBuilder modulePatience(Duration given) {
        modulePatience = requireNonNull(given, "modulePatience");
        return this;
    }

    /** Starts although something is missing, so that an operator can add it to the running host. */
    public HostBuilder evenIncomplete() {
        incomplete = true;
        return this;
    }

    /**
     * Takes modules in that nobody signed, or nobody whom the county trusts. For development only: whoever can write into a tray runs
     * code in this program. Without it {@code trust} in {@code etc/host.json} counts, which is {@code signed} unless it says otherwise.
     */
    public HostBuilder trustUnsigned() {
        unsigned = true;
        return this;
    }

    HostBuilder bundles(BundleChoice choice) {
        bundles = choice;
        return this;
    }

    /**
     * Starts the host; comes back when the pack's checks are named and resolved.
     *
     * @throws HousingException SITE_NOT_READY when no pack is given, another host has the folder, or something is missing: then
     *     the message lists it
     */
    public HousingHost start() {
        return new Boot(this).start();
    }
}
