package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.view.ApplicationSummary;

/** Looking a person up. */
@Path("applications/search")
@Tag(name = "applications")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {
    private final Doors doors;

    SearchResource(Doors doors) {
        this.doors = doors;
    }

    /** Looks a person up. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchApplications",
            summary = "Applications and awards of a person, by exact number; the number never stands in an address")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Search.class)))
    public Answers.Lines search(
            @Parameter(hidden = true) @Context SecurityContext who, @Parameter(hidden = true) InputStream body) {
        ResidentId person = Body.read(body, SearchResource::person).orElseThrow();
        List<ApplicationSummary> found = doors.approvals(who).search(person);
        return new Answers.Lines(found.stream().map(Answers.Line::of).toList(), Optional.empty());
    }

    /** Whom to look up. */
    @Schema(name = "Search")
    record Search(
            @Schema(description = "18 characters, or 15 digits of the first generation")
            String residentId) {}

    private static Optional<ResidentId> person(Fields fields) {
        String number = fields.text("residentId");
        Optional<ResidentId.Fault> fault = ResidentId.faultOf(number);
        fault.filter(any -> !number.isBlank()).ifPresent(known -> fields.wrong("residentId", code(known), ""));
        return fault.isPresent() ? Optional.empty() : Optional.of(ResidentId.parse(number));
    }

    private static ErrorCode code(ResidentId.Fault fault) {
        return switch (fault) {
            case SHAPE -> ErrorCode.ID_SHAPE;
            case BIRTH_DATE -> ErrorCode.ID_BIRTH_DATE;
            case CHECK_DIGIT -> ErrorCode.ID_CHECK_DIGIT;
        };
    }
}
