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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.Page;

/** Awards: what an approved application opened. */
@Path("awards")
@Tag(name = "awards")
@Produces(MediaType.APPLICATION_JSON)
public final class AwardResource {
    private static final Set<Action> ACTIONS = EnumSet.of(Action.FILE_REVIEW, Action.REPORT_CHANGE, Action.END);

    private final Doors doors;

    AwardResource(Doors doors) {
        this.doors = doors;
    }

    /** Awards in the caller's scope. */
    @GET
    @Operation(operationId = "listAwards", summary = "Awards in the caller's scope, by number; amounts in yuan a month")
    public Page<AwardView> list(
            @Parameter(hidden = true) @Context SecurityContext who,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit) {
        return doors.awards(who).list(cursor, Query.number("limit", limit, 1, 200));
    }

    /** One award. */
    @GET
    @Path("{no}")
    @Operation(operationId = "findAward", summary = "One award, by the number of its application")
    public AwardView find(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return doors.awards(who).find(number);
    }

    /** Does something to an award. */
    @POST
    @Path("{no}/actions/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "performOnAward", summary = "File the annual review, report a change, or end the award")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                ActionBodies.Signatures.class,
                                                ActionBodies.Amended.class,
                                                ActionBodies.WithReasons.class
                                            })))
    public AwardView perform(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"file-review", "report-change", "end"}))
                    @PathParam("action")
                    String slug,
            @Parameter(hidden = true) InputStream body) {
        Action action = Commands.named(slug, ACTIONS);
        Commands commands = new Commands(doors.approvals(who)::readSubmission);
        Command command = Body.read(body, fields -> commands.command(action, fields));
        return doors.awards(who).perform(number, command);
    }
}
