package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.DutyReport;
import org.onevisit.housing.view.EditionChoice;

/** Who holds what for how long. */
@Path("")
@Tag(name = "supervision")
@Produces(MediaType.APPLICATION_JSON)
public final class SupervisionResource {
    private final Doors doors;

    SupervisionResource(Doors doors) {
        this.doors = doors;
    }

    /** What is decided of an edition, and why. */
    @Schema(name = "ChosenEdition")
    record Chosen(EditionChoice.Choice choice, String reasons) {
        static Chosen of(Fields fields) {
            return new Chosen(fields.choice("choice", EditionChoice.Choice.class), fields.text("reasons"));
        }
    }

    /** What runs late. */
    @GET
    @Path("overdue")
    @Operation(operationId = "overdue", summary = "What has used 50, 80 or 100 per cent of its limit, worst first")
    public Answers.Overdue overdue(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "200"))
                    @QueryParam("limit")
                    @DefaultValue("200")
                    String limit) {
        return new Answers.Overdue(doors.supervision(who).overdue(Query.number("limit", limit, 1, 1000)));
    }

    /** Reviews that a finding opened. */
    @GET
    @Path("opened-reviews")
    @Operation(
            operationId = "openedReviews",
            summary =
                    "Reviews of awards that run because a finding came after the decision, with the difference it makes")
    public Answers.OpenedReviews reviews(@Parameter(hidden = true) @Context SecurityContext who) {
        return new Answers.OpenedReviews(doors.supervision(who).reviews());
    }

    /** Applications whose edition a supervisor decides on. */
    @GET
    @Path("edition-choices")
    @Operation(
            operationId = "editionChoices",
            summary =
                    "Open applications of which a supervisor decides which edition judges them, with what each edition says")
    public Answers.EditionChoices choices(@Parameter(hidden = true) @Context SecurityContext who) {
        return new Answers.EditionChoices(doors.supervision(who).editionChoices());
    }

    /** Decides on an edition. */
    @POST
    @Path("edition-choices/{no}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "chooseEdition",
            summary = "Decide which edition judges an application: ADOPT the one that is offered, or KEEP its own",
            responses = @ApiResponse(responseCode = "204", description = "It is decided, and journalled"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Chosen.class)))
    public void choose(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(hidden = true) InputStream body) {
        Chosen chosen = Body.read(body, Chosen::of);
        doors.supervision(who).chooseEdition(number, chosen.choice(), chosen.reasons());
    }

    /** How the agencies do. */
    @GET
    @Path("agencies")
    @Operation(
            operationId = "agencies",
            summary = "How the agencies that were called since the start do: circuit breakers, calls, failures")
    public Answers.Agencies agencies(@Parameter(hidden = true) @Context SecurityContext who) {
        return Answers.Agencies.of(doors.supervision(who).agencies());
    }

    /** The days of a month. */
    @GET
    @Path("duty")
    @Operation(operationId = "duty", summary = "The days of a month by the party that owned them")
    public DutyReport duty(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(required = true, example = "2026-11") @QueryParam("month") @DefaultValue("") String month) {
        return doors.supervision(who).duty(Query.month("month", month));
    }
}
