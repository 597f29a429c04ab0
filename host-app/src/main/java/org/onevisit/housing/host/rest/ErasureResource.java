package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.Erasure;

/** The end of a dossier: whether it could be destroyed, that it was, and to do it. */
@Path("applications/{no}/erasure")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasureResource {
    private final Doors doors;

    ErasureResource(Doors doors) {
        this.doors = doors;
    }

    /** Why. */
    @Schema(name = "ErasureBody", description = "Why the dossier is destroyed")
    record Erase(
            @Schema(maxLength = 200, description = "No names or numbers of persons: it outlives the dossier")
            String reasons) {}

    /** What an erasure would do. */
    @GET
    @Operation(
            operationId = "erasable",
            summary =
                    "The erasure of an application; one without a time could be made now. 409 with what stands against"
                            + " it. Operators and supervisors")
    public Erasure erasable(
            @Parameter(hidden = true) @Context SecurityContext who, @PathParam("no") ApplicationNumber number) {
        return doors.maintenance(who).erasable(number);
    }

    /** Erases. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erase",
            summary = "Destroy the dossier of an application, for good; its journal stays. Repeating it is safe."
                    + " Operators and supervisors")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Erase.class)))
    public Erasure erase(
            @Parameter(hidden = true) @Context SecurityContext who,
            @PathParam("no") ApplicationNumber number,
            @Parameter(hidden = true) InputStream body) {
        String reasons =
                Body.read(body, fields -> new Erase(fields.text("reasons"))).reasons();
        return doors.maintenance(who).erase(number, reasons);
    }
}
