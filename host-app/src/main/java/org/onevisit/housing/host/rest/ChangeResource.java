package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.swap.Plan;
import org.onevisit.housing.host.swap.PlanWork;
import org.onevisit.housing.host.swap.SwapJournal;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Plans and changes of plugins and packs. */
@Path("")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public final class ChangeResource {
    private static final int LARGEST = 200 << 20;
    private static final int HUNDRED = 100;
    private static final int LONGEST = 86_400;
    private final WebSite site;

    ChangeResource(WebSite site) {
        this.site = site;
    }

    /** A plan, as far as it has come. */
    @Schema(name = "PlanAnswer")
    record Planned(
            String id,
            PlanWork.State state,

            @Schema(description = "Applications found so far whose outcome would change")
            long changesSoFar,

            @Schema(description = "Why the plan could not be made")
            String failure,

            @Schema(description = "Once it is made") @Nullable
            Plan plan) {
        static Planned of(PlanWork work) {
            return new Planned(
                    work.id(),
                    work.state(),
                    work.changesSoFar(),
                    work.failure(),
                    work.plan().orElse(null));
        }
    }

    /** Which name goes back. */
    @Schema(name = "Back")
    record Back(
            String name,

            @Schema(description = "For a pack, and for nothing else: how applications go on that were received since")
            @Nullable
            Since since) {
        static Back of(Fields fields) {
            return new Back(fields.text("name"), fields.has("since") ? fields.choice("since", Since.class) : null);
        }
    }

    /** Which plan is executed, and how. */
    @Schema(name = "Swap")
    record Swap(
            String plan,

            @Schema(minimum = "1", maximum = "100", defaultValue = "100")
            int share,

            @Schema(minimum = "0", defaultValue = "0") int acceptDrift,
            @Schema(minimum = "0", defaultValue = "50") int calls,

            @Schema(minimum = "0", maximum = "86400", defaultValue = "600")
            int watchSeconds,

            @Schema(minimum = "0", maximum = "99", defaultValue = "2")
            int budget,

            @Schema(description = "Only check whether what the plan counted still stands")
            boolean dryRun) {
        static Swap of(Fields fields) {
            SwapOptions usual = SwapOptions.USUAL;
            return new Swap(
                    fields.text("plan"),
                    fields.numberOr("share", 1, HUNDRED, usual.share()),
                    fields.numberOr("acceptDrift", 0, Integer.MAX_VALUE, 0),
                    fields.numberOr("calls", 0, Integer.MAX_VALUE, usual.calls()),
                    fields.numberOr(
                            "watchSeconds", 0, LONGEST, (int) usual.watch().toSeconds()),
                    fields.numberOr("budget", 0, HUNDRED - 1, usual.budget()),
                    fields.flag("dryRun"));
        }

        SwapOptions options() {
            return new SwapOptions(share, acceptDrift, calls, Duration.ofSeconds(watchSeconds), budget, dryRun);
        }
    }

    /** Changes of this run. */
    @Schema(name = "Swaps")
    record All(List<SwapRecord> swaps) {}

    /** What has happened. */
    @Schema(name = "SwapJournal")
    record Journal(List<SwapJournal.Entry> entries) {}

    /** Plans what a module would do. */
    @POST
    @Path("plugins/plan")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/java-archive", "application/yaml"})
    @Operation(
            operationId = "plan",
            summary = "Plan what a plugin or pack would do: the jar, or the bare text of a pack. Changes nothing",
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "It is being counted; ask again where Location says",
                        content = @Content(schema = @Schema(implementation = Planned.class)))
            })
    @RequestBody(required = true, content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response plan(
            @Parameter(hidden = true) @Context SecurityContext who, @Parameter(hidden = true) InputStream body) {
        Actor operator = operator(who);
        return begun(changes().plans().begin(Body.bytes(body, LARGEST), operator));
    }

    /** Plans the way back. */
    @POST
    @Path("plugins/back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "planBack",
            summary = "Plan the way back to the version that a plugin or pack had before. Changes nothing",
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "It is being counted; ask again where Location says",
                        content = @Content(schema = @Schema(implementation = Planned.class)))
            })
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Back.class)))
    public Response back(
            @Parameter(hidden = true) @Context SecurityContext who, @Parameter(hidden = true) InputStream body) {
        Actor operator = operator(who);
        Back back = Body.read(body, Back::of);
        return begun(changes().plans().beginBack(back.name(), Optional.ofNullable(back.since()), operator));
    }

    private static Response begun(PlanWork work) {
        return Response.accepted(Planned.of(work))
                .location(URI.create("plugins/plans/" + work.id()))
                .build();
    }

    /** A plan. */
    @GET
    @Path("plugins/plans/{id}")
    @Operation(operationId = "planned", summary = "A plan, as far as it has come")
    public Planned planned(@Parameter(hidden = true) @Context SecurityContext who, @PathParam("id") String id) {
        operator(who);
        return changes()
                .plans()
                .find(id)
                .map(Planned::of)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND, "there is no such plan; plans do not outlive a restart of the host"));
    }

    /** Executes a plan. */
    @POST
    @Path("plugins/swaps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "swap",
            summary = "Execute exactly a plan; refused when what it counted has changed",
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "It has begun, or waits for a second operator",
                        content = @Content(schema = @Schema(implementation = SwapRecord.class)))
            })
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Swap.class)))
    public Response swap(
            @Parameter(hidden = true) @Context SecurityContext who, @Parameter(hidden = true) InputStream body) {
        Actor operator = operator(who);
        Swap swap = Body.read(body, Swap::of);
        SwapRecord begun = changes().swaps().begin(swap.plan(), swap.options(), operator);
        return Response.accepted(begun)
                .location(URI.create("plugins/swaps/" + swap.plan()))
                .build();
    }

    /** Confirms a change. */
    @POST
    @Path("plugins/swaps/{id}/confirm")
    @Operation(operationId = "confirmSwap", summary = "Confirm, as a second operator, a change that waits for it")
    public SwapRecord confirm(@Parameter(hidden = true) @Context SecurityContext who, @PathParam("id") String id) {
        return changes().swaps().confirm(id, operator(who));
    }

    /** The changes of this run. */
    @GET
    @Path("plugins/swaps")
    @Operation(operationId = "swaps", summary = "The changes of this run of the host, the latest first")
    public All swaps(@Parameter(hidden = true) @Context SecurityContext who) {
        operator(who);
        return new All(changes().swaps().all());
    }

    /** A change. */
    @GET
    @Path("plugins/swaps/{id}")
    @Operation(operationId = "swapped", summary = "A change, as far as it has come")
    public SwapRecord swapped(@Parameter(hidden = true) @Context SecurityContext who, @PathParam("id") String id) {
        operator(who);
        return changes()
                .swaps()
                .find(id)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND, "there is no such change in this run of the host; see the journal"));
    }

    /** What has happened. */
    @GET
    @Path("plugins/journal")
    @Operation(operationId = "swapJournal", summary = "Every change that was begun and how it ended, oldest first")
    public Journal journal(@Parameter(hidden = true) @Context SecurityContext who) {
        operator(who);
        return new Journal(changes().journal().entries());
    }

    private Changes changes() {
        return site.control().changes();
    }

    private static Actor operator(SecurityContext who) {
        Caller.is(who, Role.OPERATOR);
        return Caller.actor(who);
    }
}
