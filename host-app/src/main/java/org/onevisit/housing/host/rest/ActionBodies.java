package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.process.Command;

/** The forms of the bodies that actions take, for the description of the interface; {@link Commands} reads them. */
final class ActionBodies {
    private ActionBodies() {}

    /** Nothing. */
    @Schema(name = "NothingBody", description = "accept, request-make-good, resume: nothing, or an empty object")
    record Nothing() {}

    /** Reasons. */
    @Schema(name = "ReasonsBody", description = "endorse, oppose, reconsider, extend, withdraw; end of an award")
    record WithReasons(String reasons) {}

    /** A reason on a list of the pack. */
    @Schema(name = "ReasonBody", description = "decline, pause; GET /form lists the reasons that the county knows")
    record WithReason(
            @Schema(description = "Code on the county's list")
            String reason,

            String text) {}

    /** Papers and signatures. */
    @Schema(name = "PapersBody", description = "make-good: what was missing")
    record Papers(Optional<List<Dossier.Document>> documents, Optional<List<Dossier.Authorisation>> authorisations) {}

    /** Signatures. */
    @Schema(name = "SignaturesBody", description = "authorise; file-review of an award")
    record Signatures(List<Dossier.Authorisation> authorisations) {}

    /** A signature to revoke. */
    @Schema(name = "RevokeBody", description = "revoke-authorisation: the member's signature no longer holds")
    record Revoke(
            @Schema(description = "Id of the member") String member,

            @Schema(description = "Purpose of the signature, as in authorisations")
            String purpose,

            String reasons) {}

    /** Checks to ask again. */
    @Schema(name = "RecheckBody", description = "recheck: have named checks asked again")
    record Recheck(List<String> checks, String reasons) {}

    /** A vote. */
    @Schema(name = "VoteBody", description = "vote: for the caller's own seat")
    record Vote(Command.Vote.Choice choice, String reasons) {}

    /** A ruling on an objection. */
    @Schema(name = "RulingBody", description = "dismiss-objection, uphold-objection")
    record Ruling(
            @Schema(description = "Id of the objection") String objection, String reasons) {}

    /** A corrected dossier. */
    @Schema(name = "AmendedBody", description = "amend; report-change of an award: the whole dossier as it should be")
    record Amended(Dossier application, String reasons) {}

    /** An end by the supervisor. */
    @Schema(name = "DiscontinueBody", description = "discontinue")
    record Discontinue(Command.Discontinue.Cause cause, String reasons) {}

    /** A finding. */
    @Schema(name = "FindingBody", description = "An agency's answer, per person or for \"household\"")
    record Finding(
            @Schema(description = "By person id") Map<String, PersonAnswer> answers,

            @Schema(description = "Last day on which it may be reused")
            Optional<LocalDate> validUntil) {}

    /** One person's part of a finding. */
    @Schema(
            name = "PersonAnswer",
            description = "One of: facts and asOf; nothingOnRecord true and asOf; cannotAnswer with a reason")
    record PersonAnswer(
            Optional<LocalDate> asOf,

            @Schema(description = "By name; amounts in yuan, areas in square metres, days as yyyy-MM-dd")
            Optional<Map<String, String>> facts,

            Optional<Boolean> nothingOnRecord,
            Optional<String> cannotAnswer) {}
}
