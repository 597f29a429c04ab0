package org.onevisit.housing.host.tray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.trust.Verdict;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modules that come back when the host starts. What cannot be brought back, does not start, or was being called when the host ran out
 * of memory, is held back: its place stays empty and everybody is told.
 */
final class Comeback {
    private static final Logger LOG = LoggerFactory.getLogger(Comeback.class);
    private final ModuleShelf shelf;
    private final Installer installer;
    private final Standing standing;
    private final CrashMarker marker;
    private final Map<Module, Bundle> restored = new LinkedHashMap<>();
    private final List<CrashMarker.Disabled> disabled = new ArrayList<>();

    Comeback(ModuleShelf shelf, Installer installer, Standing standing, CrashMarker marker) {
        this.shelf = shelf;
        this.installer = installer;
        this.standing = standing;
        this.marker = marker;
    }

    /** Puts back what was installed when the host stopped. */
    synchronized void restore() {
        disabled.addAll(marker.disabled());
        disabled.forEach(
                one -> holdBack(new Module(one.name(), one.version(), "", Module.Kind.PLUGIN, false), one.reason()));
        for (Module module : shelf.installed()) {
            if (disabled.stream().noneMatch(one -> one.name().equals(module.name()))) {
                restore(module);
            }
        }
        shelf.sweep();
    }

    private void restore(Module module) {
        shelf.copy(module)
                .ifPresentOrElse(
                        content -> restore(module, content),
                        () -> holdBack(module, "its copy in modules/ is gone or was changed; lay it in again"));
    }

    private void restore(Module module, byte[] content) {
        Verdict verdict = standing.verify(content);
        standing.note(module.sha256(), verdict);
        if (!standing.allows(verdict) && !installer.travels(content)) {
            holdBack(module, verdict.reason());
            return;
        }
        List<Bundle> old = installer.named(module.name());
        try {
            restored.put(module, installer.put(module, content));
            if (!module.beside()) {
                old.stream().filter(Installer::isNested).forEach(installer::remove);
            }
        } catch (HousingException e) {
            LOG.error("{} {} is not brought back: {}", module.name(), module.version(), e.getMessage());
        }
    }

    /** Its place stays empty: what travels in the host is another thing than what served when the host stopped. */
    private void holdBack(Module module, String reason) {
        if (!module.beside()) {
            installer.named(module.name()).stream().filter(Installer::isNested).forEach(installer::remove);
        }
        standing.holdBack(module, reason);
        LOG.error("{} {} is not brought back: {}", module.name(), module.version(), reason);
    }

    /** Why this version may not come in: the host ran out of memory at its work, be it while it came. Empty when it may. */
    Optional<String> disabled(String name, String version) {
        return marker.disabled().stream()
                .filter(one -> one.name().equals(name) && one.version().equals(version))
                .map(one -> one.reason() + ", then lay it in again")
                .findFirst();
    }

    /** Starts what was put back. */
    synchronized void start() {
        restored.forEach((module, bundle) -> {
            try {
                installer.start(bundle);
            } catch (HousingException e) {
                holdBack(module, String.valueOf(e.getMessage()));
            }
        });
        restored.clear();
    }

    /** Brings back what was disabled and has been enabled since. */
    synchronized void look() {
        if (disabled.isEmpty()) {
            return;
        }
        List<CrashMarker.Disabled> now = marker.disabled();
        List<CrashMarker.Disabled> enabled =
                disabled.stream().filter(one -> !now.contains(one)).toList();
        disabled.removeAll(enabled);
        enabled.forEach(this::enable);
    }

    private void enable(CrashMarker.Disabled one) {
        standing.replaced(one.name());
        shelf.installed().stream()
                .filter(module -> module.name().equals(one.name()))
                .forEach(this::restore);
        start();
        if (installer.named(one.name()).isEmpty()) {
            installer.putNested(one.name());
        }
        LOG.info("{} is enabled again", one.name());
    }
}
