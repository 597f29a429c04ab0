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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Optional;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.http.WebSite;

/** Signing in and out. */
@Path("sessions")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final WebSite site;
    private final Limits limits;

    SessionResource(WebSite site, Limits limits) {
        this.site = site;
        this.limits = limits;
    }

    /** What signing in takes. */
    @Schema(name = "SignIn")
    record SignIn(
            String name,
            String password,

            @Schema(description = "Changes the password, which one that was for one time needs")
            Optional<String> newPassword) {
        static SignIn of(Fields fields) {
            return new SignIn(fields.text("name"), fields.text("password"), fields.optionalText("newPassword"));
        }

        Accounts.Session with(Accounts accounts) {
            return newPassword
                    .map(fresh -> accounts.changePassword(name, password.toCharArray(), fresh.toCharArray()))
                    .orElseGet(() -> accounts.signIn(name, password.toCharArray()));
        }

        @Override
        public String toString() {
            return "SignIn";
        }
    }

    /** Signs in. */
    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signIn", summary = "Sign in: a bearer token for the other calls")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignIn.class)))
    public Answers.SignedIn signIn(
            @Parameter(hidden = true) @Context HttpServletRequest request, @Parameter(hidden = true) InputStream body) {
        limits.count(Limits.Use.SIGN_IN, request.getRemoteAddr());
        Accounts.Session session = Body.read(body, SignIn::of).with(site.accounts());
        return new Answers.SignedIn(session.token(), session.expires(), Answers.Who.of(session.actor()));
    }

    /** Signs out. */
    @DELETE
    @Operation(
            operationId = "signOut",
            summary = "Sign out: the token is worth nothing any more",
            responses = @ApiResponse(responseCode = "204", description = "Signed out"))
    public void signOut(@Parameter(hidden = true) @Context SecurityContext who) {
        site.accounts().signOut(Caller.session(who).token());
    }
}
