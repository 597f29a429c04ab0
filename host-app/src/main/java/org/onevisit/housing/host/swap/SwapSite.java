package org.onevisit.housing.host.swap;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.framework.EngineWatch;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.SharedPackages;
import org.onevisit.housing.host.tray.Modules;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;
import org.osgi.framework.InvalidSyntaxException;

/**
 * What plans and changes work on.
 *
 * @param framework the host's framework
 * @param shared what the host gives to every plugin
 * @param modules takes modules in
 * @param watch knows the engine
 * @param clock the host's clock
 * @param configured the configuration of the host's components, asked each time
 * @param pack the pack that the site judges by
 * @param plans folder of plans and records
 * @param twoOperators does a second operator confirm the change of a pack?
 * @param run names this run of the host
 */
public record SwapSite(
        HousingFramework framework,
        SharedPackages shared,
        Modules modules,
        EngineWatch watch,
        Clock clock,
        java.util.function.Supplier<Map<String, Map<String, Object>>> configured,
        String pack,
        Path plans,
        boolean twoOperators,
        String run) {

    HousingEngine engine() {
        return watch.engine();
    }

    Map<String, Map<String, Object>> configurations() {
        return configured.get();
    }

    /** Codes of the checks that are installed. */
    Set<String> installedChecks() {
        return engine().installedChecks().stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toSet());
    }

    /** The editions that are offered now. */
    List<Edition> editions() {
        try {
            return Stream.of(framework.context().getAllServiceReferences(PolicySource.class.getName(), null))
                    .map(reference -> framework.context().getService(reference))
                    .map(PolicySource.class::cast)
                    .flatMap(source -> source.editions().stream())
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
