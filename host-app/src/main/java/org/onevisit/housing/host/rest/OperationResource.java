package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.JournalEntry;

/** What operators and supervisors watch: the stream of events, and what is installed. */
@Path("")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationResource {
    private final WebSite site;

    OperationResource(WebSite site) {
        this.site = site;
    }

    /** Journal headers after a position. */
    @GET
    @Path("events")
    @Operation(operationId = "events", summary = "Journal headers of all applications after a position")
    public Answers.Events events(
            @Parameter(hidden = true) @Context SecurityContext who,
            @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "200"))
                    @QueryParam("limit")
                    @DefaultValue("200")
                    String limit) {
        Caller.is(who, Role.OPERATOR, Role.SUPERVISOR);
        long position = Query.number("after", after, 0L, Long.MAX_VALUE);
        List<JournalEntry> entries = site.engine().eventsAfter(position, Query.number("limit", limit, 1, 1000));
        long next =
                entries.isEmpty() ? position : entries.get(entries.size() - 1).position();
        return new Answers.Events(entries, next);
    }

    /** What is installed. */
    @GET
    @Path("plugins")
    @Operation(operationId = "plugins", summary = "Plugins and packs that are installed, checks, and what is missing")
    public Answers.Plugins plugins(@Parameter(hidden = true) @Context SecurityContext who) {
        Caller.is(who, Role.OPERATOR, Role.SUPERVISOR);
        return new Answers.Plugins(
                site.control().trustsUnsigned(),
                site.control().plugins(),
                site.engine().installedChecks(),
                site.missing());
    }
}
