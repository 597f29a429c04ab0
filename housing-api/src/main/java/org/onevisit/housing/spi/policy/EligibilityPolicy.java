package org.onevisit.housing.spi.policy;

import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.osgi.annotation.versioning.ConsumerType;

/** Who is eligible. Pure; from any thread. */
@ConsumerType
public interface EligibilityPolicy {
    /** Judges every criterion on the evidence; what the evidence does not hold is unknown, never met and never "not met". */
    Judgement judge(Evidence evidence);
}
