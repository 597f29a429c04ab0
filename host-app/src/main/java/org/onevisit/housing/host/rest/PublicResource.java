package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.view.NoticeView;
import org.onevisit.housing.view.Page;
import org.onevisit.housing.view.Progress;

/** What everyone may see and do without signing in, not too often. */
@Path("")
@Tag(name = "public")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicResource {
    private final WebSite site;
    private final Limits limits;

    PublicResource(WebSite site, Limits limits) {
        this.site = site;
        this.limits = limits;
    }

    /** What the progress query takes. */
    @Schema(name = "ProgressQuery")
    record Asked(
            @Schema(description = "Code on the receipt") String receipt,

            @Schema(description = "Last four characters of the applicant's identity number")
            String lastFour) {
        static Asked of(Fields fields) {
            return new Asked(fields.text("receipt"), fields.text("lastFour"));
        }
    }

    /** What an objection takes. */
    @Schema(name = "ObjectionBody", description = "By real name; sealed, shown to the panel only")
    record Objection(String name, String contact, String reasons) {
        static Objection of(Fields fields) {
            return new Objection(fields.text("name"), fields.text("contact"), fields.text("reasons"));
        }
    }

    /** Progress of an application. */
    @POST
    @Open
    @Path("progress")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "progress", summary = "Where an application is, by receipt; holds no personal data")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Asked.class)))
    public Answers.Where progress(
            @Parameter(hidden = true) @Context HttpServletRequest request,
            @Parameter(hidden = true) @Context HttpHeaders headers,
            @Parameter(hidden = true) InputStream body) {
        limits.count(Limits.Use.PROGRESS, request.getRemoteAddr());
        Asked asked = Body.read(body, Asked::of);
        limits.count(Limits.Use.RECEIPT, asked.receipt().strip().toUpperCase(Locale.ROOT));
        Progress progress = site.engine().publicDesk().progress(asked.receipt(), asked.lastFour());
        Locale language = ProblemTexts.language(headers::getAcceptableLanguages);
        return new Answers.Where(progress.step().stage(), progress, progress.in(language));
    }

    /** Notices. */
    @GET
    @Open
    @Path("publicity/notices")
    @Operation(operationId = "notices", summary = "Notices that can be seen now, masked")
    public Page<NoticeView> notices() {
        List<NoticeView> notices = site.engine().publicDesk().notices();
        return new Page<>(notices, Optional.empty());
    }

    /** Objects to a notice. */
    @POST
    @Open
    @Path("publicity/notices/{id}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "object",
            summary = "Object to a notice, by real name",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Raised",
                            content = @Content(schema = @Schema(implementation = Answers.Raised.class))))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Objection.class)))
    public Response object(
            @Parameter(hidden = true) @Context HttpServletRequest request,
            @PathParam("id") String item,
            @Parameter(hidden = true) InputStream body) {
        limits.count(Limits.Use.OBJECTION, request.getRemoteAddr());
        Objection objection = Body.read(body, Objection::of);
        String id = site.engine().publicDesk().object(item, objection.name(), objection.contact(), objection.reasons());
        return Response.status(Response.Status.CREATED)
                .entity(new Answers.Raised(id))
                .build();
    }
}
