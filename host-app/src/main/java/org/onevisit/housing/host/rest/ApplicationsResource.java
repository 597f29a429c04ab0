package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.Page;

/** Applications: handing in and listing. */
@Path("applications")
@Tag(name = "applications")
@Produces(MediaType.APPLICATION_JSON)
public final class ApplicationsResource {
    private final Doors doors;

    ApplicationsResource(Doors doors) {
        this.doors = doors;
    }

    /** Hands in an application, or only tells what would be missing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submit",
            summary = "Hand in an application; with check=true only tell what would be missing",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Received, and everything that is missing in one list",
                        headers = {
                            @Header(name = "Location", schema = @Schema(type = "string")),
                            @Header(name = "ETag", schema = @Schema(type = "string"))
                        },
                        content = @Content(schema = @Schema(implementation = Answers.Received.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "With check=true: what would be missing; nothing is stored",
                        content = @Content(schema = @Schema(implementation = MakeGoodList.class)))
            })
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Dossier.class)))
    public Response submit(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(description = "Validate only", schema = @Schema(type = "boolean", defaultValue = "false"))
                    @QueryParam("check")
                    @DefaultValue("false")
                    String check,
            @Parameter(description = "Name of the request: repeating it is safe")
                    @HeaderParam("Idempotency-Key")
                    @DefaultValue("")
                    String key,
            @Parameter(hidden = true) InputStream body) {
        boolean only = Query.flag("check", check);
        ApprovalService approvals = doors.approvals(who);
        Application application = approvals.readSubmission(Body.text(body));
        if (only) {
            return Response.ok(approvals.check(application)).build();
        }
        Answers.Received received = Answers.Received.of(approvals.submit(application, Headers.idempotencyKey(key)));
        return Response.created(URI.create("applications/" + received.number()))
                .entity(received)
                .build();
    }

    /** Lists the applications in the caller's scope. */
    @GET
    @Operation(operationId = "listApplications", summary = "Applications in the caller's scope, by number")
    public Answers.Lines list(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(schema = @Schema(implementation = Stage.class)) @QueryParam("stage") @DefaultValue("")
                    String stage,
            @Parameter(description = "Only those that wait for this agency") @QueryParam("agency") @DefaultValue("")
                    String agency,
            @Parameter(
                            description = "Only those whose limit is over",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @QueryParam("overdue")
                    @DefaultValue("false")
                    String overdue,
            @Parameter(description = "Where the page before ended") @QueryParam("cursor") @DefaultValue("")
                    String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit) {
        Page<ApplicationSummary> page = doors.approvals(who)
                .list(
                        Query.choice("stage", stage, Stage.class),
                        Optional.of(agency).filter(code -> !code.isEmpty()),
                        Query.flag("overdue", overdue),
                        cursor,
                        Query.number("limit", limit, 1, 200));
        return new Answers.Lines(page.items().stream().map(Answers.Line::of).toList(), page.next());
    }
}
