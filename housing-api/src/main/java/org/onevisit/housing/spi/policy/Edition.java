package org.onevisit.housing.spi.policy;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.osgi.annotation.versioning.ConsumerType;

/** One edition of one county's rules: everything that an application received while it is in force is judged by. */
@ConsumerType
public interface Edition {
    /** Which edition. */
    EditionId id();

    /** The county. */
    Division division();

    /** The county's name, zh-CN. */
    String countyName();

    /** First day in force. It stays in force until a later edition of the same county is. */
    LocalDate effectiveFrom();

    /** What happens to applications that are open when it comes into force. */
    Transition transition();

    /**
     * What happens to applications that were received on or after {@link #effectiveFrom()} and are judged by an earlier edition, because
     * this one was activated late. As {@link #transition()}, unless the edition says otherwise.
     */
    default Transition receivedBetween() {
        return transition();
    }

    /** Everything that {@link PolicySource#restore} needs, in one piece; its hash pins the edition. */
    byte[] content();

    /** How the process runs. */
    ProcessRules rules();

    /** Who is eligible. */
    EligibilityPolicy eligibility();

    /** How much is paid. */
    AssistancePolicy assistance();

    /** What is shown in public. */
    PublicityPolicy publicity();

    /** How an award is reviewed each year. */
    AnnualReviewPolicy review();

    /** Figures without an official source, each in words for people, zh-CN. */
    List<String> placeholders();

    /** How open applications go on under a new edition. */
    enum Transition {
        /** Each keeps the edition of its day of receipt. */
        PIN,
        /** Each is judged by the edition better for it; an unknown keeps the old one. */
        FAVOURABLE,
        /** All go over. */
        ALL,
        /** A person decides for each. */
        MANUAL
    }
}
