package org.onevisit.housing.host.tray;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.trust.CountyTrust;
import org.onevisit.housing.host.trust.Verdict;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes modules in, one at a time, and brings them back when the host starts again. */
public final class Modules {
    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);
    private final ModuleShelf shelf;
    private final Installer installer;
    private final Set<String> api;
    private final Standing standing;
    private final Clock clock;
    private final Comeback comeback;
    private final Set<String> changing = ConcurrentHashMap.newKeySet();

    /** Modules of a data folder, in a framework; {@code api} are the packages that no module may bring along. */
    public Modules(DataFolder data, HousingFramework framework, Set<String> api, Trust trust, Clock clock) {
        this.shelf = new ModuleShelf(data);
        this.installer = new Installer(framework);
        this.api = Set.copyOf(api);
        this.standing =
                new Standing(trust, new CountyTrust(data.trust(), data.cache().resolve("verify"), clock));
        this.clock = clock;
        this.comeback = new Comeback(shelf, installer, standing, new CrashMarker(data));
    }

    /** Puts back what was installed when the host stopped; a module goes before the one of its name that travels in the host. */
    public void restore() {
        comeback.restore();
    }

    /** Starts what {@link #restore} has put back; one that does not start, or takes too long over it, is held back. */
    public void start() {
        comeback.start();
    }

    /** Brings back what was disabled and has been enabled since. */
    public void look() {
        comeback.look();
    }

    /** Modules that {@link #restore} did not bring back, and that nothing has taken the place of since. */
    public List<HeldBack> notBroughtBack() {
        return standing.heldBack();
    }

    /** Who signed a bundle that came in through a tray, and whether the county trusts him; empty for what travels in the host. */
    public String signed(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(HousingFramework.MODULE)
                ? standing.text(location.substring(HousingFramework.MODULE.length()))
                : "";
    }

    /**
     * Takes a module in.
     *
     * @return what to answer
     * @throws RefusedException when it is not taken; then nothing has changed
     */
    String take(ModuleFile file, Kind wanted) {
        if (file.kind() != wanted) {
            throw new RefusedException(
                    wanted == Kind.PACK
                            ? "it is no pack (no header Housing-Pack): lay it into plugins/"
                            : "it is a pack: lay it into packs/");
        }
        Optional<Module> known = installed(file);
        if (known.isPresent()) {
            return answer(known.get(), "it was installed already");
        }
        Arrival arrival = arrive(file);
        arrival.install();
        arrival.settle();
        return answer(
                arrival.module(),
                what(arrival.leaving(), arrival.staying(), arrival.module().beside()));
    }

    /** The module with exactly this content, if it is installed. */
    public Optional<Module> installed(ModuleFile file) {
        String sha256 = file.sha256();
        return shelf.installed().stream()
                .filter(module -> module.sha256().equals(sha256))
                .filter(installer::isThere)
                .findFirst();
    }

    /** Is a module with this content installed? */
    public boolean isInstalled(String sha256) {
        return shelf.installed().stream().anyMatch(module -> module.sha256().equals(sha256));
    }

    /**
     * Lets a module begin to come in; its name is taken until it has settled or given up.
     *
     * @throws RefusedException when it may not come in; then nothing has changed
     */
    public synchronized Arrival arrive(ModuleFile file) {
        refuseUnwanted(file);
        Verdict verdict = trusted(file);
        boolean beside = file.kind() == Kind.PACK && isLater(PackText.in(file));
        Module module = new Module(file.name(), file.version().toString(), file.sha256(), file.kind(), beside);
        List<Bundle> leaving = new ArrayList<>(installer.named(file.name()));
        if (leaving.stream().anyMatch(bundle -> bundle.getVersion().equals(file.version()))) {
            throw new RefusedException("%s %s is installed with another content: raise the version"
                    .formatted(file.name(), file.version()));
        }
        Set<String> staying = new TreeSet<>();
        if (beside) {
            standing.heldBack().stream()
                    .filter(held -> held.name().equals(file.name()))
                    .forEach(held -> staying.add(held.version()));
        }
        if (file.kind() == Kind.PACK) {
            leaving.removeIf(bundle -> staysBeside(bundle, PackText.in(file), staying));
        }
        if (!changing.add(file.name())) {
            throw new RefusedException(
                    "another version of %s is on its way in: wait until that is over".formatted(file.name()));
        }
        return new Arrival(this, module, file, verdict, leaving, staying);
    }

    Bundle beside(Arrival arrival) {
        shelf.keep(arrival.file());
        try {
            return installer.install(arrival.module(), arrival.file().content(), arrival.old());
        } catch (RefusedException e) {
            over(arrival);
            throw e;
        }
    }

    void settle(Arrival arrival) {
        Module module = arrival.module();
        synchronized (this) {
            shelf.installed(module, arrival.staying());
            remember(module, arrival.verdict());
        }
        arrival.old().forEach(installer::remove);
        over(arrival);
        LOG.info("{} {} {} installed, sha256 {}", module.kind(), module.name(), module.version(), module.sha256());
    }

    void giveUp(Arrival arrival, @Nullable Bundle bundle) {
        if (bundle != null) {
            installer.remove(bundle);
        }
        over(arrival);
    }

    private void over(Arrival arrival) {
        changing.remove(arrival.module().name());
        shelf.arrived(arrival.module());
        shelf.sweep();
    }

    private void remember(Module module, Verdict verdict) {
        standing.note(module.sha256(), verdict);
        standing.keepOnly(shelf.installed().stream().map(Module::sha256).collect(Collectors.toSet()));
        if (!module.beside()) {
            standing.replaced(module.name());
        }
    }

    /** What the trust store says of a file. What travels in the host is part of it and not asked. */
    private Verdict trusted(ModuleFile file) {
        Verdict verdict = standing.verify(file.content());
        if (!standing.allows(verdict) && !installer.travels(file.content())) {
            throw new RefusedException(verdict);
        }
        return verdict;
    }

    /** An edition in force leaves for another in force, one of a day to come for another of that day. */
    private boolean staysBeside(Bundle bundle, PackText arriving, Set<String> staying) {
        boolean stays = PackText.in(bundle)
                .filter(other -> isLater(other) || isLater(arriving))
                .filter(other -> !other.effectiveFrom().equals(arriving.effectiveFrom()))
                .isPresent();
        if (stays) {
            staying.add(bundle.getVersion().toString());
        }
        return stays;
    }

    private boolean isLater(PackText pack) {
        return pack.effectiveFrom().isAfter(LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
    }

    private void refuseUnwanted(ModuleFile file) {
        if (installer.isReserved(file.name())) {
            throw new RefusedException("%s is the name of a part of the host, which is replaced with the host only"
                    .formatted(file.name()));
        }
        comeback.disabled(file.name(), file.version().toString()).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    /** The content that a name had before the one it has now: of the last module, or of the bundle that travels in the host. */
    public Optional<byte[]> before(String name) {
        List<Module> past = shelf.past(name);
        if (!past.isEmpty()) {
            return shelf.copy(past.get(past.size() - 1));
        }
        boolean nestedServes = installer.named(name).stream().anyMatch(Installer::isNested);
        return nestedServes ? Optional.empty() : installer.nested(name);
    }

    /** The content of the plugins and packs that are here now, of which {@code wanted} are asked for. */
    public List<byte[]> contents(Predicate<Bundle> wanted) {
        return installer.modules().stream()
                .filter(wanted)
                .flatMap(bundle -> content(bundle).stream())
                .toList();
    }

    private Optional<byte[]> content(Bundle bundle) {
        String location = bundle.getLocation();
        return Installer.isNested(bundle)
                ? installer.nestedAt(location)
                : shelf.installed().stream()
                        .filter(module -> location.equals(HousingFramework.MODULE + module.sha256()))
                        .findFirst()
                        .flatMap(shelf::copy);
    }

    /** Wraps a bare pack, which nobody can have signed. */
    public ModuleFile wrap(byte[] text) {
        if (!standing.takesUnsigned()) {
            throw new RefusedException(
                    "a bare pack is for development, for nobody can sign it: put it into a jar with the header Housing-Pack and "
                            + "sign that with jarsigner");
        }
        return read(PackText.of(text).wrap());
    }

    /** Reads a jar. */
    public ModuleFile read(byte[] jar) {
        return ModuleFile.read(jar, api, installer.offered());
    }

    private static String what(List<String> gone, Set<String> staying, boolean beside) {
        return "installed%s%s%s"
                .formatted(
                        gone.isEmpty() ? "" : " in place of " + gone,
                        staying.isEmpty() ? "" : " beside " + staying,
                        beside ? ", in force later" : "");
    }

    private String answer(Module module, String what) {
        return "name: %s%nversion: %s%nsha256: %s%n%s%n%s%n"
                .formatted(module.name(), module.version(), module.sha256(), standing.text(module.sha256()), what);
    }
}
