package org.onevisit.housing.host.tray;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.trust.Verdict;
import org.osgi.framework.Bundle;

/**
 * A module on its way in: it is installed beside what it replaces, and then either that leaves, or it goes again. Until one of the two
 * has happened no other module of its name comes in, and after a restart it is not there. For one thread.
 */
public final class Arrival {
    private final Modules modules;
    private final Module module;
    private final ModuleFile file;
    private final Verdict verdict;
    private final List<Bundle> leaving;
    private final Set<String> staying;
    private @Nullable Bundle bundle;

    Arrival(
            Modules modules,
            Module module,
            ModuleFile file,
            Verdict verdict,
            List<Bundle> leaving,
            Set<String> staying) {
        this.modules = modules;
        this.module = module;
        this.file = file;
        this.verdict = verdict;
        this.leaving = List.copyOf(leaving);
        this.staying = Set.copyOf(staying);
    }

    /** What comes in. */
    public Module module() {
        return module;
    }

    /** Versions that are to leave. */
    public List<String> leaving() {
        return leaving.stream().map(one -> one.getVersion().toString()).toList();
    }

    /**
     * Installs it beside what is there.
     *
     * @throws RefusedException when it does not start or does not offer what the old one does; then it is gone again
     */
    public void install() {
        bundle = modules.beside(this);
    }

    /** The old versions leave, when the calls inside them are over; from now on this one is there after a restart too. */
    public void settle() {
        requireNonNull(bundle, "install comes first");
        modules.settle(this);
    }

    /** It goes again, when the calls inside it are over; nothing has changed. */
    public void giveUp() {
        modules.giveUp(this, bundle);
        bundle = null;
    }

    /** Who signed it, and whether the county trusts him. */
    public Verdict verdict() {
        return verdict;
    }

    ModuleFile file() {
        return file;
    }

    List<Bundle> old() {
        return leaving;
    }

    Set<String> staying() {
        return staying;
    }
}
