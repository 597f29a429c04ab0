package org.onevisit.housing.engine;

import java.time.YearMonth;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.OpenedReview;
import org.onevisit.housing.view.OverdueItem;
import org.osgi.annotation.versioning.ProviderType;

/** Who holds what for how long (跟踪督办), for supervisors. */
@ProviderType
public interface SupervisionService {
    /** What has used 50, 80 or 100 per cent of its limit, worst first, at most {@code limit}. */
    List<OverdueItem> overdue(int limit);

    /** Reviews of awards that run because a finding came after the decision, ordered by number. */
    List<OpenedReview> reviews();

    /** How the agencies that were called since the start do, ordered by code. */
    List<AgencyHealth> agencies();

    /** Open applications of which a supervisor decides which edition judges them, ordered by number. */
    List<EditionChoice> editionChoices();

    /**
     * Decides on the edition that was offered for an application.
     *
     * @param reasons for people; they are sealed in the journal
     * @throws org.onevisit.housing.process.HousingException FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION when nothing is to be decided,
     *     EVIDENCE_MISSING without reasons
     */
    void chooseEdition(ApplicationNumber number, EditionChoice.Choice choice, String reasons);

    /** The days of a month by the party that owned them. */
    DutyReport duty(YearMonth month);
}
