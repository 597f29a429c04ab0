package org.onevisit.housing.agency.worklist;

import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * An agency without an interface: promises every answer under the inquiry's own id. The officer gives it on the worklist page, and
 * the engine takes it from there; nothing comes back through this class.
 *
 * <p>Immutable; reads no field of anybody.
 */
@Component(
        service = AgencyCheck.class,
        configurationPid = WorklistConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WorklistConfig.class, factory = true)
public final class WorklistCheck implements AgencyCheck {
    private final CheckProfile profile;
    private final int answerWithinWorkingDays;

    /** Started by the framework. */
    @Activate
    public WorklistCheck(WorklistConfig config) {
        this(Settings.profile(config), Settings.answerWithin(config));
    }

    /** A check of this kind, answered within so many working days. */
    WorklistCheck(CheckProfile profile, int answerWithinWorkingDays) {
        this.profile = profile;
        this.answerWithinWorkingDays = answerWithinWorkingDays;
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        return Reply.later(inquiry.id(), inquiry.workingDaysFromNow(answerWithinWorkingDays));
    }
}
