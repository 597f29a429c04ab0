package org.onevisit.housing.spi.policy;

import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.osgi.annotation.versioning.ConsumerType;

/** How much is paid. Pure; from any thread. */
@ConsumerType
public interface AssistancePolicy {
    /** Computes the monthly amount for an eligible household; the amount is empty when a fact it needs is unknown. */
    Calculation calculate(Evidence evidence, Judgement judgement);
}
