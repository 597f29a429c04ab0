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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Scans of the papers of an application. */
@Path("applications/{no}/documents")
@Tag(name = "application")
public final class DocumentResource {
    private final Doors doors;

    DocumentResource(Doors doors) {
        this.doors = doors;
    }

    /** Keeps a scan. */
    @POST
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "attach",
            summary = "Keep the scan of a paper, encrypted: PDF, PNG or JPEG by its content, at most 10 MB",
            responses = @ApiResponse(responseCode = "204", description = "Kept"))
    @RequestBody(required = true, content = @Content(schema = @Schema(type = "string", format = "binary")))
    public void attach(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(description = "Id of the paper in the application", required = true)
                    @QueryParam("document")
                    @DefaultValue("")
                    String document,
            @Parameter(hidden = true) InputStream body) {
        String id = Query.text("document", document);
        doors.approvals(who).attach(number, id, Body.bytes(body, Body.PAPER_LIMIT));
    }

    /** The scan. */
    @GET
    @Path("{document}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "attachment",
            summary = "The scan of a paper",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The scan",
                            content = @Content(schema = @Schema(type = "string", format = "binary"))))
    public Response attachment(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @PathParam("document") String document) {
        byte[] content = doors.approvals(who)
                .attachment(number, document)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND, "application " + number + " has no scan under this id"));
        return Response.ok(content).header("Content-Disposition", "attachment").build();
    }
}
