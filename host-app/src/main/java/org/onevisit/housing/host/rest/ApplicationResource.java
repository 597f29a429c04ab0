package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.Disclosures;
import org.onevisit.housing.view.Paper;

/** One application: what is known of it, and what can be done to it. */
@Path("applications/{no}")
@Tag(name = "application")
@Produces(MediaType.APPLICATION_JSON)
public final class ApplicationResource {
    /** What can be done to an application; the rest is for notices and awards. */
    static final Set<Action> ACTIONS =
            EnumSet.complementOf(EnumSet.of(Action.OBJECT, Action.FILE_REVIEW, Action.REPORT_CHANGE, Action.END));

    private final Doors doors;

    ApplicationResource(Doors doors) {
        this.doors = doors;
    }

    /** The application. */
    @GET
    @Operation(
            operationId = "findApplication",
            summary = "An application, its revision as ETag, and what the caller may do now. The reading is recorded")
    public Answers.State find(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return Answers.State.of(doors.approvals(who).find(number));
    }

    /** Does something to the application. */
    @POST
    @Path("actions/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "perform", summary = "Do something to an application")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                ActionBodies.Nothing.class,
                                                ActionBodies.WithReasons.class,
                                                ActionBodies.WithReason.class,
                                                ActionBodies.Papers.class,
                                                ActionBodies.Signatures.class,
                                                ActionBodies.Revoke.class,
                                                ActionBodies.Recheck.class,
                                                ActionBodies.Vote.class,
                                                ActionBodies.Ruling.class,
                                                ActionBodies.Amended.class,
                                                ActionBodies.Discontinue.class
                                            })))
    public Answers.State perform(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "accept",
                                                "request-make-good",
                                                "make-good",
                                                "decline",
                                                "authorise",
                                                "revoke-authorisation",
                                                "endorse",
                                                "oppose",
                                                "recheck",
                                                "vote",
                                                "dismiss-objection",
                                                "uphold-objection",
                                                "reconsider",
                                                "amend",
                                                "pause",
                                                "resume",
                                                "extend",
                                                "withdraw",
                                                "discontinue"
                                            }))
                    @PathParam("action")
                    String slug,
            @Parameter(description = "Name of the request: repeating it is safe")
                    @HeaderParam("Idempotency-Key")
                    @DefaultValue("")
                    String key,
            @Parameter(description = "ETag that the caller has seen; 412 when the application has changed since")
                    @HeaderParam("If-Match")
                    @DefaultValue("")
                    String ifMatch,
            @Parameter(hidden = true) InputStream body) {
        Action action = Commands.named(slug, ACTIONS);
        ApprovalService approvals = doors.approvals(who);
        Commands commands = new Commands(approvals::readSubmission);
        Command command = Body.read(body, fields -> commands.command(action, fields));
        return Answers.State.of(
                approvals.perform(number, command, Headers.idempotencyKey(key), Headers.ifMatch(ifMatch)));
    }

    /** What agencies answered. */
    @GET
    @Path("evidence")
    @Operation(operationId = "evidence", summary = "What agencies answered, and what is open. The reading is recorded")
    public Answers.Evidence evidence(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        ApprovalService approvals = doors.approvals(who);
        return Answers.Evidence.of(approvals.evidence(number), approvals.origins(number));
    }

    /** Who has seen what. */
    @GET
    @Path("disclosures")
    @Operation(
            operationId = "disclosures",
            summary = "Who has seen what: what agencies were told and under which signature, and who has read it. The"
                    + " reading is recorded")
    public Disclosures disclosures(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return doors.approvals(who).disclosures(number);
    }

    /** The journal. */
    @GET
    @Path("journal")
    @Operation(operationId = "journal", summary = "The journal of an application: clear headers, in order")
    public Answers.Journal journal(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return new Answers.Journal(doors.approvals(who).journal(number));
    }

    /** Why. */
    @GET
    @Path("explanation")
    @Operation(
            operationId = "explanation",
            summary = "Why it is eligible or not, and how much; provisional while agencies are out")
    public Answers.Explained explanation(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        ApprovalService approvals = doors.approvals(who);
        return Answers.Explained.of(approvals.explanation(number), approvals.origins(number));
    }

    /** The clocks. */
    @GET
    @Path("clock")
    @Operation(operationId = "clock", summary = "Clocks, pauses, and who owned which days")
    public ClockView clock(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return doors.approvals(who).clock(number);
    }

    /** A paper to print. */
    @GET
    @Path("papers/{kind}")
    @Operation(operationId = "paper", summary = "A paper to print, as data")
    public Paper paper(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "receipt",
                                                "make-good",
                                                "acceptance",
                                                "non-acceptance",
                                                "decision"
                                            }))
                    @PathParam("kind")
                    String kind) {
        return doors.approvals(who).paper(number, kind);
    }
}
