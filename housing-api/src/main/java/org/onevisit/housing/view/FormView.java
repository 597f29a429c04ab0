package org.onevisit.housing.view;

import java.util.List;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.policy.ProcessRules;

/**
 * What is asked of an applicant by the edition in force.
 *
 * @param edition pack and version
 * @param division the county
 * @param county name, zh-CN
 * @param categories of applicants
 * @param documents papers to hand in
 * @param purposes purposes to be signed for by each member
 * @param checks what agencies answer instead of the applicant
 * @param limits of the clocks
 * @param pauses reasons to pause
 * @param declineReasons codes of the reasons to decline
 * @param seats of the panel
 * @param placeholders figures without an official source, zh-CN
 */
public record FormView(
        String edition,
        Division division,
        String county,
        List<ProcessRules.CategoryRule> categories,
        List<ProcessRules.DocumentRule> documents,
        List<String> purposes,
        List<ProcessRules.CheckRule> checks,
        ProcessRules.Limits limits,
        List<ProcessRules.PauseRule> pauses,
        List<String> declineReasons,
        List<ProcessRules.PanelRule.Seat> seats,
        List<String> placeholders) {
    /** Copies the lists. */
    public FormView {
        categories = List.copyOf(categories);
        documents = List.copyOf(documents);
        purposes = List.copyOf(purposes);
        checks = List.copyOf(checks);
        pauses = List.copyOf(pauses);
        declineReasons = List.copyOf(declineReasons);
        seats = List.copyOf(seats);
        placeholders = List.copyOf(placeholders);
    }
}
