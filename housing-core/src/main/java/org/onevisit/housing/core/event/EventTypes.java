package org.onevisit.housing.core.event;

import com.google.common.collect.ImmutableBiMap;

/** The names under which events stand in the journal. A name is never used for anything else. */
public final class EventTypes {
    private static final ImmutableBiMap<String, Class<? extends Event>> TYPES =
            ImmutableBiMap.<String, Class<? extends Event>>builder()
                    .put("SUBMITTED", IntakeEvents.Submitted.class)
                    .put("ACCEPTED", IntakeEvents.Accepted.class)
                    .put("DEEMED_ACCEPTED", IntakeEvents.DeemedAccepted.class)
                    .put("MAKE_GOOD_REQUESTED", IntakeEvents.MakeGoodRequested.class)
                    .put("MADE_GOOD", IntakeEvents.MadeGood.class)
                    .put("MAKE_GOOD_LAPSED", IntakeEvents.MakeGoodLapsed.class)
                    .put("DECLINED", IntakeEvents.Declined.class)
                    .put("SLOTS_OPENED", VerificationEvents.SlotsOpened.class)
                    .put("INQUIRY_SENT", VerificationEvents.InquirySent.class)
                    .put("INQUIRY_PROMISED", VerificationEvents.InquiryPromised.class)
                    .put("INQUIRY_POSTPONED", VerificationEvents.InquiryPostponed.class)
                    .put("FINDING_RECEIVED", VerificationEvents.FindingReceived.class)
                    .put("FINDING_CONTRADICTED", VerificationEvents.FindingContradicted.class)
                    .put("FINDING_RECORDED", VerificationEvents.FindingRecorded.class)
                    .put("FINDING_RECOGNISED", VerificationEvents.FindingRecognised.class)
                    .put("AUTHORISATION_REVOKED", AuthorisationEvents.AuthorisationRevoked.class)
                    .put("AUTHORISATIONS_ENDED", AuthorisationEvents.AuthorisationsEnded.class)
                    .put("SLOT_OVERDUE", VerificationEvents.SlotOverdue.class)
                    .put("AUTHORISED", AuthorisationEvents.Authorised.class)
                    .put("CHECKS_SETTLED", VerificationEvents.ChecksSettled.class)
                    .put("VERDICT_CHANGED", VerificationEvents.VerdictChanged.class)
                    .put("ENDORSED", DecisionEvents.Endorsed.class)
                    .put("OPPOSED", DecisionEvents.Opposed.class)
                    .put("OPINION_COMPLETE", DecisionEvents.OpinionComplete.class)
                    .put("RECHECKED", DecisionEvents.Rechecked.class)
                    .put("VOTED", DecisionEvents.Voted.class)
                    .put("PANEL_AGREED", DecisionEvents.PanelAgreed.class)
                    .put("PANEL_REFUSED", DecisionEvents.PanelRefused.class)
                    .put("PANEL_RETURNED", DecisionEvents.PanelReturned.class)
                    .put("NOTICE_POSTED", DecisionEvents.NoticePosted.class)
                    .put("POSTING_POSTPONED", DecisionEvents.PostingPostponed.class)
                    .put("OBJECTION_RAISED", DecisionEvents.ObjectionRaised.class)
                    .put("OBJECTIONS_CARRIED_OVER", DecisionEvents.ObjectionsCarriedOver.class)
                    .put("OBJECTION_DISMISSED", DecisionEvents.ObjectionDismissed.class)
                    .put("OBJECTIONS_CLEARED", DecisionEvents.ObjectionsCleared.class)
                    .put("OBJECTION_UPHELD", DecisionEvents.ObjectionUpheld.class)
                    .put("NOTICE_EXPIRED", DecisionEvents.NoticeExpired.class)
                    .put("AMENDED", CourseEvents.Amended.class)
                    .put("PAUSED", CourseEvents.Paused.class)
                    .put("RESUMED", CourseEvents.Resumed.class)
                    .put("PAUSE_LIMIT_REACHED", CourseEvents.PauseLimitReached.class)
                    .put("EXTENDED", CourseEvents.Extended.class)
                    .put("WITHDRAWN", CourseEvents.Withdrawn.class)
                    .put("DISCONTINUED", CourseEvents.Discontinued.class)
                    .put("RECONSIDERED", CourseEvents.Reconsidered.class)
                    .put("DEADLINES_MOVED", CourseEvents.DeadlinesMoved.class)
                    .put("EDITION_CHANGED", EditionEvents.EditionChanged.class)
                    .put("EDITION_KEPT", EditionEvents.EditionKept.class)
                    .put("EDITION_OFFERED", EditionEvents.EditionOffered.class)
                    .put("PAPER_DELIVERED", PaperEvents.PaperDelivered.class)
                    .put("PAPER_POSTPONED", PaperEvents.PaperPostponed.class)
                    .put("REVIEW_DUE", AwardEvents.ReviewDue.class)
                    .put("REVIEW_OPENED", AwardEvents.ReviewOpened.class)
                    .put("REVIEW_FILED", AwardEvents.ReviewFiled.class)
                    .put("CHANGE_REPORTED", AwardEvents.ChangeReported.class)
                    .put("REVIEW_JUDGED", AwardEvents.ReviewJudged.class)
                    .put("REVIEW_NOT_FILED", AwardEvents.NotFiled.class)
                    .put("AWARD_ENDED", AwardEvents.AwardEnded.class)
                    .put("ERASED", ErasureEvents.Erased.class)
                    .buildOrThrow();

    private EventTypes() {}

    /** Name and class of every type. */
    public static ImmutableBiMap<String, Class<? extends Event>> all() {
        return TYPES;
    }

    /** The name of an event's type. */
    public static String nameOf(Event event) {
        String name = TYPES.inverse().get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("event type " + event.getClass().getSimpleName() + " has no name");
        }
        return name;
    }
}
