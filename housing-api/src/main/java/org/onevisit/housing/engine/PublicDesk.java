package org.onevisit.housing.engine;

import java.util.List;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Progress;
import org.osgi.annotation.versioning.ProviderType;

/** What everyone may see and do without signing in. A host limits how often. */
@ProviderType
public interface PublicDesk {
    /**
     * Progress of an application (办理进展查询). Shows no personal data.
     *
     * @param receipt code on the receipt
     * @param lastFour last four characters of the applicant's identity number
     * @throws HousingException NOT_FOUND if the two do not belong together; the answer is the same for either mistake
     */
    Progress progress(String receipt, String lastFour);

    /** Notices that can be seen now. */
    List<NoticeView> notices();

    /**
     * Objects to a notice, by real name.
     *
     * @param item id of the notice
     * @param name of who objects; sealed, shown to the panel only
     * @param contact how to reach them; sealed
     * @param reasons what is wrong; sealed
     * @return id of the objection
     */
    String object(String item, String name, String contact, String reasons);
}
