package org.onevisit.housing.host.swap;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.swap.Plan.EditionDifference;
import org.onevisit.housing.host.swap.Plan.Line;
import org.onevisit.housing.host.swap.Plan.PackDifference;
import org.onevisit.housing.host.swap.Planner.Findings;
import org.onevisit.housing.host.tray.ModuleFile;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeDifference;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What a pack brings: its editions beside those that they follow, and what would become of applications under them. */
final class PackStudy {
    private static final Comparator<Edition> BY_DAY = Comparator.comparing(Edition::effectiveFrom);
    private final SwapSite site;
    private final ModuleFile file;
    private final MaintenanceService maintenance;
    private final Optional<Since> since;

    PackStudy(SwapSite site, ModuleFile file, MaintenanceService maintenance, Optional<Since> since) {
        this.site = site;
        this.file = file;
        this.maintenance = maintenance;
        this.since = since;
    }

    /** Is the bundle a pack, or does it offer editions? */
    static boolean isPolicy(Bundle bundle) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        boolean source = Stream.ofNullable(registered)
                .flatMap(Arrays::stream)
                .flatMap(reference -> Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                .anyMatch(PolicySource.class.getName()::equals);
        return source || bundle.getHeaders("").get(ModuleFile.PACK) != null;
    }

    /** The edition of a pack that is in force on a day. */
    static Optional<Edition> inForce(List<Edition> editions, String pack, LocalDate day) {
        return editions.stream()
                .filter(edition -> edition.id().pack().equals(pack))
                .filter(edition -> !edition.effectiveFrom().isAfter(day))
                .max(BY_DAY);
    }

    Findings of(Scratch scratch, Consumer<OutcomeChange> changes) throws IOException {
        List<Edition> now = site.editions();
        Set<String> known = now.stream().map(edition -> edition.id().sha256()).collect(Collectors.toSet());
        List<Edition> brought = scratch.all(PolicySource.class).stream()
                .flatMap(source -> source.editions().stream())
                .filter(edition -> !known.contains(edition.id().sha256()))
                .sorted(Comparator.comparing(edition -> edition.id().toString()))
                .toList();
        if (brought.isEmpty()) {
            return Findings.refused("no edition can be read from it; the log says what is wrong with the pack");
        }
        List<String> unmet = new ArrayList<>();
        List<EditionDifference> differences = new ArrayList<>();
        for (Edition edition : brought) {
            differences.add(difference(edition, now, unmet, changes));
        }
        return new Findings(List.of(), unmet, List.of(), Optional.of(new PackDifference(differences)));
    }

    private EditionDifference difference(
            Edition edition, List<Edition> now, List<String> unmet, Consumer<OutcomeChange> changes)
            throws IOException {
        Optional<Edition> before = inForce(now, edition.id().pack(), edition.effectiveFrom());
        boolean judges = edition.id().pack().equals(site.pack());
        Set<String> installed = site.installedChecks();
        List<CheckRule> checks = edition.rules().checks();
        if (judges) {
            checks.stream()
                    .filter(rule -> !installed.contains(rule.check()))
                    .forEach(rule ->
                            unmet.add("check %s of %s: no plugin supplies it".formatted(rule.check(), edition.id())));
        }
        Optional<OutcomeDifference> outcome = judges ? Optional.of(outcome(edition, changes)) : Optional.empty();
        return new EditionDifference(
                edition.id().pack(),
                edition.id().version(),
                edition.id().sha256(),
                judges,
                edition.effectiveFrom().toString(),
                edition.transition().name(),
                edition.receivedBetween().name(),
                before.map(other -> other.id().toString()).orElse(""),
                lines(),
                (int) checks.stream()
                        .filter(rule -> installed.contains(rule.check()))
                        .count(),
                checks.size(),
                newDocuments(edition, before),
                outcome);
    }

    private OutcomeDifference outcome(Edition edition, Consumer<OutcomeChange> changes) {
        return since.isPresent()
                ? maintenance.difference(edition, since.get(), changes)
                : maintenance.difference(edition, changes);
    }

    /** What the text of the file says differently from that of the version of its name that is here, if there is one. */
    private List<Line> lines() throws IOException {
        Optional<byte[]> here = site.modules().contents(bundle -> file.name().equals(bundle.getSymbolicName())).stream()
                .reduce((first, last) -> last);
        return here.isEmpty()
                ? List.of()
                : PackLines.between(site.modules().read(here.get()).packText(), file.packText());
    }

    private static List<String> newDocuments(Edition edition, Optional<Edition> before) {
        Set<String> asked = before.map(other -> documents(other).collect(Collectors.toSet()))
                .orElse(Set.of());
        return documents(edition).filter(kind -> !asked.contains(kind)).sorted().toList();
    }

    private static Stream<String> documents(Edition edition) {
        return edition.rules().documents().stream().map(DocumentRule::kind);
    }
}
