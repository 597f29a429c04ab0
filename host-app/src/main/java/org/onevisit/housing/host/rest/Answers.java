package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.host.http.HostControl.PluginInfo;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.AllowedAction;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.EvidenceView;
import org.onevisit.housing.view.FindingOrigin;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.OpenedReview;
import org.onevisit.housing.view.OverdueItem;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.Receipt;
import org.onevisit.housing.view.SlotView;

/** Bodies of answers, where a view alone does not do. */
final class Answers {
    private Answers() {}

    /** Carries a revision, which becomes the ETag. */
    interface Revisioned {
        /** Counts up with every change. */
        long revision();
    }

    /** A new application. The receipt stands nowhere else. */
    @Schema(name = "Received")
    record Received(
            ApplicationNumber number,

            @Schema(description = "Code on the receipt, for the progress query; shown this once")
            String receipt,

            Instant receivedAt,
            Division routedTo,
            Stage stage,
            Step step,
            long revision,

            @Schema(description = "Until when the window answers")
            Deadline answerBy,

            @Schema(description = "Everything that is missing")
            MakeGoodList makeGood,

            List<AllowedAction> allowedActions)
            implements Revisioned {
        static Received of(Receipt receipt) {
            return new Received(
                    receipt.number(),
                    receipt.code(),
                    receipt.receivedAt(),
                    receipt.routedTo(),
                    receipt.step().stage().orElse(Stage.INTAKE),
                    receipt.step(),
                    receipt.revision(),
                    receipt.answerBy(),
                    receipt.makeGood(),
                    receipt.allowedActions());
        }
    }

    /** An application and its stage; no stage at an end. */
    @Schema(name = "ApplicationState")
    record State(Optional<Stage> stage, @JsonUnwrapped ApplicationView view) implements Revisioned {
        static State of(ApplicationView view) {
            return new State(view.step().stage(), view);
        }

        @Override
        @JsonIgnore
        public long revision() {
            return view.revision();
        }
    }

    /** A line of a list and its stage; no stage at an end. */
    @Schema(name = "ApplicationLine")
    record Line(Optional<Stage> stage, @JsonUnwrapped ApplicationSummary summary) {
        static Line of(ApplicationSummary summary) {
            return new Line(summary.step().stage(), summary);
        }
    }

    /** A part of a list of applications. */
    @Schema(name = "ApplicationLines")
    record Lines(
            List<Line> items,
            @Schema(description = "Cursor of the next page") Optional<String> next) {}

    /** Why, with what it comes to. */
    @Schema(name = "Explained")
    record Explained(
            String edition,
            @Schema(description = "All criteria together") Met overall,

            @Schema(description = "Does a figure in it have no official source?")
            boolean placeholder,

            Judgement judgement,
            Optional<Calculation> calculation,

            @Schema(description = "Where the answers that it stands on came from")
            List<FindingOrigin> origins) {
        static Explained of(Explanation explanation, List<FindingOrigin> origins) {
            return new Explained(
                    explanation.edition(),
                    explanation.judgement().overall(),
                    explanation.placeholder(),
                    explanation.judgement(),
                    explanation.calculation(),
                    origins);
        }
    }

    /** What agencies answered. */
    @Schema(name = "EvidenceView")
    record Evidence(
            List<SlotView> slots,
            List<FactUsed> facts,

            @Schema(description = "Where the answers came from: this application's inquiries, or another's (结果互认)")
            List<FindingOrigin> origins) {
        static Evidence of(EvidenceView evidence, List<FindingOrigin> origins) {
            return new Evidence(evidence.slots(), evidence.facts(), origins);
        }
    }

    /** Reviews that a finding opened. */
    @Schema(name = "OpenedReviews")
    record OpenedReviews(List<OpenedReview> items) {}

    /** Applications whose edition a supervisor decides on. */
    @Schema(name = "EditionChoices")
    record EditionChoices(List<EditionChoice> items) {}

    /** How the agencies do. */
    @Schema(name = "Agencies")
    record Agencies(List<Agency> items) {
        static Agencies of(List<AgencyHealth> health) {
            return new Agencies(health.stream().map(Agency::of).toList());
        }
    }

    /** How one agency does. */
    @Schema(name = "Agency")
    record Agency(
            String agency,

            @Schema(description = "CLOSED: calls leave; OPEN: none does; HALF_OPEN: one tries")
            AgencyHealth.State breaker,

            @Schema(description = "When calls stopped or began again")
            Optional<Instant> since,

            Optional<Instant> nextProbe,
            int inFlight,
            int waiting,
            long calls,
            long failures,
            @Schema(description = "Mean of all calls") Optional<Long> meanMillis) {
        static Agency of(AgencyHealth health) {
            return new Agency(
                    health.agency(),
                    health.state(),
                    health.since(),
                    health.nextProbe(),
                    health.inFlight(),
                    health.waiting(),
                    health.calls(),
                    health.failures(),
                    health.calls() == 0
                            ? Optional.empty()
                            : Optional.of(health.took().toMillis() / health.calls()));
        }
    }

    /** The journal of an application. */
    @Schema(name = "Journal")
    record Journal(List<JournalEntry> items) {}

    /** A session. The token goes into {@code Authorization: Bearer}. */
    @Schema(name = "Session")
    record SignedIn(String token, Instant expires, Who actor) {}

    /** Who is signed in. */
    @Schema(name = "Who")
    record Who(String id, Role role, Division division, String unit) {
        static Who of(Actor actor) {
            return new Who(actor.id(), actor.role(), actor.division(), actor.unit());
        }
    }

    /** Progress and the same in one sentence. */
    @Schema(name = "ProgressAnswer")
    record Where(
            Optional<Stage> stage,
            @JsonUnwrapped Progress progress,

            @Schema(description = "For people, in the language asked for")
            String text) {}

    /** What has used up much of its limit. */
    @Schema(name = "OverdueList")
    record Overdue(List<OverdueItem> items) {}

    /** Entries of the journal after a position; {@code next} goes on from there. */
    @Schema(name = "Events")
    record Events(List<JournalEntry> items, long next) {}

    /** What is installed. */
    @Schema(name = "Plugins")
    record Plugins(
            @Schema(description = "May unsigned plugins be installed?")
            boolean trustsUnsigned,

            List<PluginInfo> items,

            @Schema(description = "Checks, each with plugin and version")
            List<String> checks,

            @Schema(description = "What is missing before work can be judged")
            List<String> missing) {}

    /** The date after the clock of a demo was moved. */
    @Schema(name = "DemoDate")
    record Today(LocalDate today) {}

    /** What became of a finding. */
    @Schema(name = "Delivered")
    record Delivered(org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome outcome) {}

    /** An objection that was raised. */
    @Schema(name = "ObjectionRaised")
    record Raised(String id) {}
}
