package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** The description of the interface, as it was committed. */
@Path("openapi.json")
@Tag(name = "description")
@Produces(MediaType.APPLICATION_JSON)
public final class DescriptionResource {
    /** The description. */
    @GET
    @Open
    @Operation(
            operationId = "description",
            summary = "This description (OpenAPI 3.1)",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The description",
                            content = @Content(schema = @Schema(type = "object"))))
    public byte[] description() {
        try (InputStream text = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            if (text == null) {
                throw new HousingException(ErrorCode.INTERNAL, "openapi.json is missing from the host's jar");
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
