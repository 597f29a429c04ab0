package org.onevisit.housing.host.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Lets nobody in without a bearer token, except where a method is {@link Open}. */
final class SignInFeature implements DynamicFeature {
    private static final String SCHEME = "Bearer ";

    private final WebSite site;

    SignInFeature(WebSite site) {
        this.site = site;
    }

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        if (!info.getResourceMethod().isAnnotationPresent(Open.class)) {
            context.register((ContainerRequestFilter) this::signIn, ContainerRequestFilter.class);
        }
    }

    private void signIn(ContainerRequestContext request) {
        Accounts.Session session = token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(site.accounts()::session)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_SIGNED_IN,
                        "no valid bearer token came with the request; POST /api/v1/sessions gives one"));
        request.setSecurityContext(new Caller(session));
    }

    /** The token of an {@code Authorization} header, which may be absent. */
    static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }
}
