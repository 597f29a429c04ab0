package org.onevisit.housing.host.swap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.swap.Plan.Subject;
import org.onevisit.housing.host.tray.Arrival;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.tray.ModuleFile;
import org.onevisit.housing.host.tray.RefusedException;
import org.onevisit.housing.host.trust.Distrust;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.PluginUse;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Makes plans. Nothing that it does changes what serves. For any thread, one plan at a time on each. */
final class Planner {
    private final SwapSite site;

    Planner(SwapSite site) {
        this.site = site;
    }

    /**
     * What is asked for.
     *
     * @param id of the plan
     * @param file what comes in
     * @param actor who asks
     * @param back does it go back to an earlier version?
     * @param folder where a scratch framework may write
     */
    record Request(String id, ModuleFile file, Actor actor, boolean back, Optional<Since> since, Path folder) {}

    /** Makes a plan; {@code changes} is told of each application whose outcome would change. */
    Plan plan(Request request, Consumer<OutcomeChange> changes) {
        ModuleFile file = request.file();
        List<String> refused = new ArrayList<>();
        Door door = door(file, refused);
        Optional<Arrival> arrival = door.arrival();
        List<String> leaving = arrival.map(Arrival::leaving).orElse(List.of());
        List<Bundle> old = site.framework().named(file.name()).stream()
                .filter(bundle -> leaving.contains(bundle.getVersion().toString()))
                .toList();
        List<String> refreshed = refreshed(old);
        if (!refreshed.isEmpty()) {
            refused.add("other bundles would be stopped and started with it: " + String.join(", ", refreshed));
        }
        MaintenanceService maintenance = site.engine().maintenanceFor(request.actor());
        List<PluginUse> use = file.kind() == Kind.PACK
                ? List.of()
                : leaving.stream()
                        .map(version -> maintenance.use(file.name() + "@" + version))
                        .toList();
        Findings findings = refused.isEmpty() ? asked(request, old, maintenance, changes) : Findings.NONE;
        refused.addAll(findings.refused());
        return new Plan(
                request.id(),
                site.clock().instant(),
                request.actor().id(),
                site.run(),
                request.back(),
                request.since(),
                new Subject(
                        file.kind(),
                        file.name(),
                        file.version().toString(),
                        file.sha256(),
                        arrival.filter(one -> one.verdict().trusted()).isPresent(),
                        door.distrust().map(Distrust::name).orElse(""),
                        arrival.map(one -> one.verdict().text()).orElse("")),
                leaving,
                refreshed,
                findings.unmet(),
                use,
                findings.checks(),
                findings.pack(),
                refused);
    }

    /** How it would come in, and what speaks against trusting it. */
    private record Door(Optional<Arrival> arrival, Optional<Distrust> distrust) {}

    /** How it would come in; a reason among {@code refused} when it may not. */
    private Door door(ModuleFile file, List<String> refused) {
        if (site.modules().installed(file).isPresent()) {
            refused.add("%s %s with this content is installed already".formatted(file.name(), file.version()));
            return new Door(Optional.empty(), Optional.empty());
        }
        try {
            Arrival arrival = site.modules().arrive(file);
            arrival.giveUp();
            return new Door(Optional.of(arrival), arrival.verdict().distrust());
        } catch (RefusedException e) {
            refused.add(e.getMessage());
            return new Door(Optional.empty(), e.distrust());
        }
    }

    /** Bundles that hang on those that leave. */
    private List<String> refreshed(List<Bundle> leaving) {
        FrameworkWiring wiring = site.framework().wiring();
        return wiring.getDependencyClosure(leaving).stream()
                .filter(bundle -> !leaving.contains(bundle))
                .filter(bundle -> bundle.adapt(BundleWiring.class) != null)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    private Findings asked(
            Request request, List<Bundle> old, MaintenanceService maintenance, Consumer<OutcomeChange> changes) {
        ModuleFile file = request.file();
        List<byte[]> beside = file.kind() == Kind.PACK
                ? site.modules().contents(bundle -> !old.contains(bundle) && PackStudy.isPolicy(bundle))
                : List.of();
        ScratchParts parts = new ScratchParts(
                request.folder(), site.shared(), site.clock(), site.configurations(), beside, file.content());
        try (Scratch scratch = Scratch.with(parts)) {
            return file.kind() == Kind.PACK
                    ? new PackStudy(site, file, maintenance, request.since()).of(scratch, changes)
                    : new CheckStudy(site).of(scratch, old);
        } catch (HousingException e) {
            return Findings.refused("it does not start: " + e.getMessage());
        } catch (IOException e) {
            return Findings.refused("it cannot be read: " + e.getMessage());
        }
    }

    /**
     * What asking the module has brought.
     *
     * @param refused why it cannot be taken in
     * @param unmet what it needs and the host does not have
     */
    record Findings(
            List<String> refused,
            List<String> unmet,
            List<Plan.CheckDifference> checks,
            Optional<Plan.PackDifference> pack) {
        static final Findings NONE = new Findings(List.of(), List.of(), List.of(), Optional.empty());

        static Findings refused(String reason) {
            return new Findings(List.of(reason), List.of(), List.of(), Optional.empty());
        }
    }

    /** The content of a file as a module: a jar, or the bare text of a pack. */
    static ModuleFile read(SwapSite site, byte[] content) {
        boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return zip ? site.modules().read(content) : site.modules().wrap(content);
    }
}
