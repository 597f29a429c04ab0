package org.onevisit.housing.spi.publicity;

import java.util.List;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.DayCount;
import org.osgi.annotation.versioning.ConsumerType;

/** What a notice shows, how long, masked how. Pure; from any thread. */
@ConsumerType
public interface PublicityPolicy {
    /** Length of the notice period. */
    DayCount period();

    /** Does a dismissed objection start the period anew? */
    boolean republishAfterObjection();

    /** Codes of the outlets that must show the notice; the first one to confirm opens the period. */
    List<String> outlets();

    /**
     * Composes the lines of a notice. Names and numbers come out masked; minors are left out (Zhejiang regulation on social
     * assistance, article 55); an address goes to the subdistrict at most.
     */
    List<Line> compose(Application application, Explanation explanation);

    /**
     * A line of a notice.
     *
     * @param label zh-CN
     * @param text zh-CN, masked
     */
    record Line(String label, String text) {}
}
