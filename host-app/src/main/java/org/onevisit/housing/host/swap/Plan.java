package org.onevisit.housing.host.swap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Treatment;
import org.onevisit.housing.view.OutcomeDifference;
import org.onevisit.housing.view.PluginUse;

/**
 * What a module would do, counted before it does it. Holds no personal data.
 *
 * @param id names the plan, for example {@code 7f3a-91c2}
 * @param at when it was made, by the host's clock
 * @param operator who made it
 * @param host the run of the host that made it; after a restart the plan is void
 * @param back does it go back to an earlier version?
 * @param since when a pack goes back: how applications go on that were received since
 * @param module what comes in
 * @param leaving versions that leave
 * @param refreshed other bundles that the framework would have to stop and start; more than none and the plan is refused
 * @param unmet what it needs and the host does not have
 * @param use who depends on the versions that leave
 * @param checks for a plugin: what it supplies and needs, beside the version that leaves
 * @param pack for a pack: what it changes
 * @param refused why it cannot be executed; empty when it can
 */
public record Plan(
        String id,
        Instant at,
        String operator,
        String host,
        boolean back,
        Optional<Since> since,
        Subject module,
        List<String> leaving,
        List<String> refreshed,
        List<String> unmet,
        List<PluginUse> use,
        List<CheckDifference> checks,
        Optional<PackDifference> pack,
        List<String> refused) {
    /** Copies the lists. */
    public Plan {
        leaving = List.copyOf(leaving);
        refreshed = List.copyOf(refreshed);
        unmet = List.copyOf(unmet);
        use = List.copyOf(use);
        checks = List.copyOf(checks);
        refused = List.copyOf(refused);
    }

    /**
     * What comes in.
     *
     * @param kind plugin or pack
     * @param name symbolic name
     * @param version version
     * @param sha256 of its content, hexadecimal
     * @param trusted did somebody sign it whom the county trusts?
     * @param distrust why it is not trusted, as a {@link org.onevisit.housing.host.trust.Distrust}; empty when it is, or nobody was asked
     * @param signer who signed it, or why nobody counts who did, in a line; empty when it is not taken in
     */
    public record Subject(
            Kind kind, String name, String version, String sha256, boolean trusted, String distrust, String signer) {
        /** Name and version, as they stamp answers. */
        public String stamp() {
            return name + "@" + version;
        }
    }

    /**
     * A check that the module supplies, beside the version that leaves.
     *
     * @param check its code
     * @param gained facts that only the new version supplies
     * @param lost facts that only the old one supplies
     * @param moreFields fields of a person that only the new version asks for
     */
    public record CheckDifference(String check, List<String> gained, List<String> lost, List<String> moreFields) {}

    /**
     * What a pack changes.
     *
     * @param editions the editions that it brings or changes
     */
    public record PackDifference(List<EditionDifference> editions) {}

    /**
     * An edition that is new, or new under its name.
     *
     * @param pack name of the pack
     * @param version what people call the edition
     * @param sha256 hash that pins it
     * @param inForce does the site judge by this pack?
     * @param effectiveFrom first day in force
     * @param transition how open applications go on
     * @param receivedBetween how those go on that were received since its first day
     * @param before the edition that it follows, pack and version; empty when it is the first
     * @param lines what differs from that one's text, line by line
     * @param checksInstalled how many of the checks it wants are installed
     * @param checksWanted how many it wants
     * @param newDocuments papers that it asks for and the one before does not
     * @param outcome what would become of applications; empty when the site does not judge by this pack
     */
    public record EditionDifference(
            String pack,
            String version,
            String sha256,
            boolean inForce,
            String effectiveFrom,
            String transition,
            String receivedBetween,
            String before,
            List<Line> lines,
            int checksInstalled,
            int checksWanted,
            List<String> newDocuments,
            Optional<OutcomeDifference> outcome) {}

    /**
     * A value of a pack's text that differs.
     *
     * @param line where it stands in the new text; 0 when it is gone
     * @param path its path, for example {@code criteria.income.limit}
     * @param before what stood there; empty when it is new
     * @param after what stands there; empty when it is gone
     */
    public record Line(int line, String path, String before, String after) {}

    /** Can it be executed? */
    public boolean possible() {
        return refused.isEmpty();
    }

    /** Does it change the edition that judges some application? Then a notice may have to be taken down. */
    public boolean changesEditions() {
        return pack.stream()
                .flatMap(all -> all.editions().stream())
                .flatMap(edition -> edition.outcome().stream())
                .anyMatch(outcome -> outcome.treated(Group.OPEN, Treatment.CHANGES) > 0);
    }

    /** What was counted, by name; a change executes the plan only while all of it stands. */
    public Map<String, Long> counted() {
        return Counted.of(this);
    }
}
