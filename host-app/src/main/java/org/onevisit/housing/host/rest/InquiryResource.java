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
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.Page;

/** What agencies are asked, for their officers. */
@Path("inquiries")
@Tag(name = "inquiries")
@Produces(MediaType.APPLICATION_JSON)
public final class InquiryResource {
    private final Doors doors;

    InquiryResource(Doors doors) {
        this.doors = doors;
    }

    /** Open inquiries of an agency. */
    @GET
    @Operation(operationId = "inquiries", summary = "Open inquiries of an agency, oldest first")
    public Page<InquiryView> list(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(description = "Code of the agency; the caller's own when left out")
                    @QueryParam("agency")
                    @DefaultValue("")
                    String agency,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit) {
        String code = agency.isEmpty() ? Caller.actor(who).unit() : agency;
        return doors.approvals(who).inquiries(Query.text("agency", code), cursor, Query.number("limit", limit, 1, 200));
    }

    /** Answers an inquiry. */
    @POST
    @Path("{id}/finding")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerInquiry",
            summary = "Answer an inquiry, as an officer of its agency; the first finding counts")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ActionBodies.Finding.class)))
    public Answers.Delivered answer(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("id") String inquiry,
            @Parameter(hidden = true) InputStream body) {
        Finding finding = Body.read(body, Findings::read).orElseThrow();
        DeliveryOutcome outcome = doors.approvals(who).answer(inquiry, finding);
        return new Answers.Delivered(outcome);
    }
}
