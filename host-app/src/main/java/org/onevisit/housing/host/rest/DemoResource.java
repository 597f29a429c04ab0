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
import java.time.LocalDate;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Moves the clock of a demo; elsewhere nobody finds it. */
@Path("demo")
@Tag(name = "demo")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoResource {
    private static final int FARTHEST = 260;

    private final WebSite site;

    DemoResource(WebSite site) {
        this.site = site;
    }

    /** How far the clock is moved. */
    @Schema(name = "Advance")
    record Advance(@Schema(minimum = "1", maximum = "260") int workingDays) {
        static Advance of(Fields fields) {
            return new Advance(fields.number("workingDays", 1, FARTHEST));
        }
    }

    /** Moves the clock. */
    @POST
    @Path("advance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "advance",
            summary = "Move the clock of a demo, doing the timed work day by day; there is no such path elsewhere")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Advance.class)))
    public Answers.Today advance(
            @Parameter(hidden = true) @Context SecurityContext who, @Parameter(hidden = true) InputStream body) {
        Caller.is(who, Role.OPERATOR);
        site.control().advance(Body.read(body, Advance::of).workingDays());
        return new Answers.Today(LocalDate.ofInstant(site.clock().instant(), WorkCalendar.ZONE));
    }
}
