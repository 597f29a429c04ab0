package org.onevisit.housing.engine;

import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.Page;
import org.osgi.annotation.versioning.ProviderType;

/** Awards (保障资格), as one actor may see and change them. An award goes by the number of its application. */
@ProviderType
public interface AwardService {
    /** Awards in the actor's scope, ordered by number. */
    Page<AwardView> list(String cursor, int limit);

    /** One award. */
    AwardView find(ApplicationNumber number);

    /** Does something to an award: {@link Command.FileReview}, {@link Command.ReportChange}, {@link Command.End}. */
    AwardView perform(ApplicationNumber number, Command command);
}
