package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.onevisit.housing.view.FormView;

/** What is asked of an applicant. */
@Path("form")
@Tag(name = "applications")
@Produces(MediaType.APPLICATION_JSON)
public final class FormResource {
    private final Doors doors;

    FormResource(Doors doors) {
        this.doors = doors;
    }

    /** The form. */
    @GET
    @Operation(
            operationId = "form",
            summary = "Categories, papers, signatures, checks and limits of the edition in force")
    public FormView form(@Parameter(hidden = true) @Context SecurityContext who) {
        return doors.approvals(who).form();
    }
}
