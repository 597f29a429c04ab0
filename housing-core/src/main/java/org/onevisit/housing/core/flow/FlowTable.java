package org.onevisit.housing.core.flow;

import static org.onevisit.housing.core.flow.Trigger.*;
import static org.onevisit.housing.core.flow.Who.*;
import static org.onevisit.housing.process.Step.*;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.process.Step;

/**
 * The four stages as rows: one row is one (step, trigger) with one target. Every other pair is refused. The picture in
 * {@code docs/flow.md} is made from it.
 */
public final class FlowTable {
    private static final ImmutableSet<Step> DECIDING =
            ImmutableSet.of(REVIEWING, VOTING, POSTING, NOTICE_OPEN, OBJECTED);
    private static final ImmutableSet<Step> IN_CASE =
            ImmutableSet.of(CHECKING, REVIEWING, VOTING, POSTING, NOTICE_OPEN, OBJECTED);
    private static final ImmutableSet<Step> OPEN =
            ImmutableSet.of(RECEIVED, MAKING_GOOD, CHECKING, REVIEWING, VOTING, POSTING, NOTICE_OPEN, OBJECTED);
    /** Ends that agencies may have been asked before; nobody is asked about what was never accepted. */
    private static final ImmutableSet<Step> ENDED = ImmutableSet.of(APPROVED, REFUSED, WITHDRAWN, DISCONTINUED);

    /** Ends after which signatures still hold: a review asks again, or another application recognises what was found. */
    private static final ImmutableSet<Step> STILL_SIGNED = ImmutableSet.of(APPROVED, REFUSED, WITHDRAWN);

    private static final ImmutableTable<Step, Trigger, Row> ROWS = rows();

    private FlowTable() {}

    /**
     * A row.
     *
     * @param from step before
     * @param trigger what is pulled
     * @param who who may pull it
     * @param to step after
     */
    public record Row(Step from, Trigger trigger, Set<Who> who, Step to) {}

    /** The row for a step and a trigger; empty if the pair is refused. */
    public static Optional<Row> row(Step from, Trigger trigger) {
        return Optional.ofNullable(ROWS.get(from, trigger));
    }

    /** All rows, in the order of the table. SUBMIT, which has no step before it, is not among them. */
    public static ImmutableList<Row> all() {
        return ImmutableList.copyOf(ROWS.values());
    }

    private static ImmutableTable<Step, Trigger, Row> rows() {
        Builder t = new Builder();
        t.row(RECEIVED, ACCEPT, CHECKING, CLERK);
        t.row(RECEIVED, REQUEST_MAKE_GOOD, MAKING_GOOD, CLERK);
        t.row(RECEIVED, DECLINE, NOT_ACCEPTED, CLERK);
        t.row(RECEIVED, DEEMED_ACCEPTED, CHECKING, TIME);
        t.row(MAKING_GOOD, MADE_GOOD, RECEIVED, CLERK, APPLICANT);
        t.row(MAKING_GOOD, MAKE_GOOD_LAPSED, LAPSED, TIME);
        t.row(CHECKING, FINDING_RECEIVED, CHECKING, AGENCY);
        t.row(CHECKING, SLOT_OVERDUE, CHECKING, TIME);
        t.row(CHECKING, AUTHORISED, CHECKING, CLERK, APPLICANT);
        t.row(CHECKING, CHECKS_SETTLED, REVIEWING, CORE);
        t.row(REVIEWING, ENDORSE, REVIEWING, REVIEWER);
        t.row(REVIEWING, OPPOSE, REVIEWING, REVIEWER);
        t.row(REVIEWING, OPINION_COMPLETE, VOTING, CORE);
        t.row(REVIEWING, RECHECK, CHECKING, REVIEWER);
        t.row(VOTING, VOTE, VOTING, PANEL);
        t.row(VOTING, PANEL_AGREES, POSTING, CORE);
        t.row(VOTING, PANEL_REFUSES, REFUSED, CORE);
        t.row(VOTING, PANEL_RETURNS, REVIEWING, CORE);
        t.row(POSTING, NOTICE_POSTED, NOTICE_OPEN, CORE);
        t.row(NOTICE_OPEN, NOTICE_EXPIRED, APPROVED, TIME);
        t.row(NOTICE_OPEN, OBJECTION_RAISED, OBJECTED, ANYONE);
        t.row(OBJECTED, OBJECTION_RAISED, OBJECTED, ANYONE);
        t.row(OBJECTED, OBJECTION_DISMISSED, OBJECTED, CHAIR);
        t.row(OBJECTED, OBJECTIONS_CLEARED, NOTICE_OPEN, CORE);
        t.row(OBJECTED, OBJECTION_UPHELD, VOTING, CHAIR);
        DECIDING.forEach(step -> t.row(step, FINDING_RECEIVED, step, AGENCY));
        Set.of(POSTING, NOTICE_OPEN, OBJECTED).forEach(step -> t.row(step, VERDICT_CHANGED, VOTING, CORE));
        t.row(REFUSED, RECONSIDER, CHECKING, APPLICANT, CLERK);
        ENDED.forEach(step -> t.row(step, FINDING_RECEIVED, step, AGENCY));
        IN_CASE.forEach(step -> t.row(step, AMEND, CHECKING, CLERK));
        Set.of(RECEIVED, MAKING_GOOD).forEach(step -> t.row(step, AMEND, step, CLERK));
        for (Step step : OPEN) {
            t.row(step, PAUSE, step, CLERK, REVIEWER, CHAIR);
            t.row(step, RESUME, step, CLERK, REVIEWER, CHAIR);
            t.row(step, PAUSE_LIMIT_REACHED, step, TIME);
            t.row(step, REVOKE, step, APPLICANT, CLERK);
            t.row(step, WITHDRAW, WITHDRAWN, APPLICANT, CLERK);
            t.row(step, DISCONTINUE, DISCONTINUED, SUPERVISOR);
        }
        STILL_SIGNED.forEach(step -> t.row(step, REVOKE, step, APPLICANT, CLERK));
        IN_CASE.forEach(step -> t.row(step, EXTEND, step, SUPERVISOR));
        return t.rows.orderRowsBy(java.util.Comparator.<Step>naturalOrder())
                .orderColumnsBy(java.util.Comparator.<Trigger>naturalOrder())
                .build();
    }

    private static final class Builder {
        private final ImmutableTable.Builder<Step, Trigger, Row> rows = ImmutableTable.builder();

        private void row(Step from, Trigger trigger, Step to, Who... who) {
            rows.put(from, trigger, new Row(from, trigger, ImmutableSet.copyOf(who), to));
        }
    }
}
