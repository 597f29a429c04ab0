package org.onevisit.housing.host.tray;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.trust.CountyTrust;
import org.onevisit.housing.host.trust.Verdict;
import org.onevisit.housing.process.HousingException;
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
    private final Trust trust;
    private final CountyTrust county;
    private final Clock clock;
    /** What the county's trust store said of what is installed, by content. */
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    private final List<HeldBack> heldBack = new CopyOnWriteArrayList<>();

    /** Modules of a data folder, in a framework; {@code api} are the packages that no module may bring along. */
    public Modules(DataFolder data, HousingFramework framework, Set<String> api, Trust trust, Clock clock) {
        this.shelf = new ModuleShelf(data);
        this.installer = new Installer(framework);
        this.api = Set.copyOf(api);
        this.trust = trust;
        this.county = new CountyTrust(data.trust(), data.cache().resolve("verify"), clock);
        this.clock = clock;
    }

    /** Puts back what was installed when the host stopped; a module goes before the one of its name that travels in the host. */
    public void restore() {
        for (Module module : shelf.installed()) {
            shelf.copy(module)
                    .ifPresentOrElse(
                            content -> restore(module, content),
                            () -> holdBack(module, "its copy in modules/ is gone or was changed; lay it in again"));
        }
        shelf.sweep();
    }

    /** Its place stays empty: what travels in the host is another thing than what served when the host stopped. */
    private void holdBack(Module module, String reason) {
        if (!module.beside()) {
            installer.named(module.name()).stream().filter(Installer::isNested).forEach(installer::remove);
        }
        HeldBack held = new HeldBack(
                module.name(), module.version(), module.kind().name().toLowerCase(Locale.ROOT), reason);
        heldBack.add(held);
        LOG.error("{} {} is not brought back: {}", module.name(), module.version(), reason);
    }

    /** Modules that {@link #restore} did not bring back, and that nothing has taken the place of since. */
    public List<HeldBack> notBroughtBack() {
        return List.copyOf(heldBack);
    }

    /** Who signed a bundle that came in through a tray, and whether the county trusts him; empty for what travels in the host. */
    public String signed(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(HousingFramework.MODULE)
                ? Optional.ofNullable(verdicts.get(location.substring(HousingFramework.MODULE.length())))
                        .map(Verdict::text)
                        .orElse("")
                : "";
    }

    private Verdict verify(String sha256, byte[] content) {
        Verdict verdict = county.verify(content);
        verdicts.put(sha256, verdict);
        return verdict;
    }

    private void restore(Module module, byte[] content) {
        Verdict verdict = verify(module.sha256(), content);
        if (trust == Trust.SIGNED && !verdict.trusted()) {
            holdBack(module, verdict.reason());
            return;
        }
        List<Bundle> old = installer.named(module.name());
        try {
            installer.put(module, content);
            if (!module.beside()) {
                old.stream().filter(Installer::isNested).forEach(installer::remove);
            }
        } catch (HousingException e) {
            LOG.error("{} {} is not brought back: {}", module.name(), module.version(), e.getMessage());
        }
    }

    /**
     * Takes a module in.
     *
     * @return what to answer
     * @throws RefusedException when it is not taken; then nothing has changed
     */
    synchronized String take(ModuleFile file, Kind wanted) {
        refuseUnwanted(file, wanted);
        Verdict verdict = county.verify(file.content());
        if (trust == Trust.SIGNED && !verdict.trusted()) {
            throw new RefusedException(verdict.reason());
        }
        boolean beside = file.kind() == Kind.PACK && isLater(PackText.in(file));
        Module module = new Module(file.name(), file.version().toString(), file.sha256(), file.kind(), beside);
        if (installer.isThere(module)) {
            return answer(module, "it was installed already");
        }
        List<Bundle> leaving = new ArrayList<>(installer.named(file.name()));
        if (leaving.stream().anyMatch(bundle -> bundle.getVersion().equals(file.version()))) {
            throw new RefusedException("%s %s is installed with another content: raise the version"
                    .formatted(file.name(), file.version()));
        }
        Set<String> staying = new TreeSet<>();
        if (beside) {
            heldBack.stream()
                    .filter(held -> held.name().equals(file.name()))
                    .forEach(held -> staying.add(held.version()));
        }
        if (file.kind() == Kind.PACK) {
            leaving.removeIf(bundle -> staysBeside(bundle, PackText.in(file), staying));
        }
        replace(module, file, leaving, staying);
        remember(module, verdict);
        return answer(module, what(leaving, staying, beside));
    }

    private void remember(Module module, Verdict verdict) {
        verdicts.put(module.sha256(), verdict);
        verdicts.keySet()
                .retainAll(shelf.installed().stream().map(Module::sha256).collect(Collectors.toSet()));
        if (!module.beside()) {
            heldBack.removeIf(held -> held.name().equals(module.name()));
        }
    }

    private void replace(Module module, ModuleFile file, List<Bundle> leaving, Set<String> staying) {
        shelf.keep(file);
        try {
            installer.install(module, file.content(), leaving);
        } catch (RefusedException e) {
            shelf.sweep();
            throw e;
        }
        shelf.installed(module, staying);
        leaving.forEach(installer::remove);
        LOG.info("{} {} {} installed, sha256 {}", module.kind(), module.name(), module.version(), module.sha256());
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

    private void refuseUnwanted(ModuleFile file, Kind wanted) {
        if (file.kind() != wanted) {
            throw new RefusedException(
                    wanted == Kind.PACK
                            ? "it is no pack (no header Housing-Pack): lay it into plugins/"
                            : "it is a pack: lay it into packs/");
        }
        if (installer.isReserved(file.name())) {
            throw new RefusedException("%s is the name of a part of the host, which is replaced with the host only"
                    .formatted(file.name()));
        }
    }

    /** Wraps a bare pack, which nobody can have signed. */
    ModuleFile wrap(byte[] text) {
        if (trust == Trust.SIGNED) {
            throw new RefusedException(
                    "a bare pack is for development, for nobody can sign it: put it into a jar with the header Housing-Pack and "
                            + "sign that with jarsigner");
        }
        return read(PackText.of(text).wrap());
    }

    /** Reads a jar. */
    ModuleFile read(byte[] jar) {
        return ModuleFile.read(jar, api, installer.offered());
    }

    private static String what(List<Bundle> gone, Set<String> staying, boolean beside) {
        List<String> versions =
                gone.stream().map(bundle -> bundle.getVersion().toString()).toList();
        return "installed%s%s%s"
                .formatted(
                        gone.isEmpty() ? "" : " in place of " + versions,
                        staying.isEmpty() ? "" : " beside " + staying,
                        beside ? ", in force later" : "");
    }

    private String answer(Module module, String what) {
        String signed = Optional.ofNullable(verdicts.get(module.sha256()))
                .map(Verdict::text)
                .orElse("");
        return "name: %s%nversion: %s%nsha256: %s%n%s%n%s%n"
                .formatted(module.name(), module.version(), module.sha256(), signed, what);
    }
}
