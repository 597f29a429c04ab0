package org.onevisit.housing.host.swap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.swap.Plan.CheckDifference;
import org.onevisit.housing.host.swap.Planner.Findings;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** What a plugin supplies and asks for, beside the version that it replaces. */
final class CheckStudy {
    private final SwapSite site;

    CheckStudy(SwapSite site) {
        this.site = site;
    }

    Findings of(Scratch scratch, List<Bundle> old) {
        Map<String, CheckProfile> before = profiles(old.stream().flatMap(this::checks));
        Map<String, CheckProfile> after = profiles(scratch.offered(AgencyCheck.class).stream());
        List<String> refused = new ArrayList<>();
        before.keySet().stream()
                .filter(check -> !after.containsKey(check))
                .forEach(check -> refused.add(
                        "it does not supply the check %s, which the version in service does".formatted(check)));
        List<CheckDifference> differences = new ArrayList<>();
        List<String> unmet = new ArrayList<>();
        after.forEach((check, profile) -> {
            CheckDifference difference = difference(profile, Optional.ofNullable(before.get(check)));
            differences.add(difference);
            wanted(check).stream()
                    .filter(key -> !profile.supplies().contains(key))
                    .forEach(key -> unmet.add("the pack in force wants %s of the check %s, which it does not supply"
                            .formatted(key.name(), check)));
        });
        refused.addAll(unmet);
        return new Findings(refused, unmet, differences, Optional.empty());
    }

    private Stream<AgencyCheck> checks(Bundle bundle) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        return Stream.ofNullable(registered)
                .flatMap(Arrays::stream)
                .map(reference -> site.framework().context().getService(reference))
                .filter(AgencyCheck.class::isInstance)
                .map(AgencyCheck.class::cast);
    }

    private static Map<String, CheckProfile> profiles(Stream<AgencyCheck> checks) {
        Map<String, CheckProfile> profiles = new HashMap<>();
        checks.map(AgencyCheck::profile).forEach(profile -> profiles.put(profile.check(), profile));
        return profiles;
    }

    private static CheckDifference difference(CheckProfile after, Optional<CheckProfile> before) {
        Set<FactKey> was = before.map(CheckProfile::supplies).orElse(Set.of());
        Set<MemberField> read = before.map(CheckProfile::needs).orElse(Set.of());
        return new CheckDifference(
                after.check(),
                names(after.supplies().stream()
                        .filter(key -> !was.contains(key))
                        .map(FactKey::name)),
                names(was.stream()
                        .filter(key -> !after.supplies().contains(key))
                        .map(FactKey::name)),
                names(after.needs().stream()
                        .filter(field -> !read.contains(field))
                        .map(Enum::name)));
    }

    private static List<String> names(Stream<String> names) {
        return names.sorted().toList();
    }

    /** Facts that the pack in force relies on a check for. */
    private Set<FactKey> wanted(String check) {
        LocalDate today = LocalDate.ofInstant(site.clock().instant(), WorkCalendar.ZONE);
        return PackStudy.inForce(site.editions(), site.pack(), today)
                .map(Edition::rules)
                .flatMap(rules -> rules.check(check))
                .map(ProcessRules.CheckRule::supplies)
                .<Set<FactKey>>map(TreeOrder::of)
                .orElse(Set.of());
    }

    /** Facts in the order of their names. */
    private static final class TreeOrder {
        private TreeOrder() {}

        static Set<FactKey> of(List<FactKey> keys) {
            Set<FactKey> ordered = new TreeSet<>(java.util.Comparator.comparing(FactKey::name));
            ordered.addAll(keys);
            return ordered;
        }
    }
}
