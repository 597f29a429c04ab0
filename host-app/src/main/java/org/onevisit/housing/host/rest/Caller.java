package org.onevisit.housing.host.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Who calls, as Jersey carries it through a request. */
final class Caller implements SecurityContext {
    private final Accounts.Session session;

    Caller(Accounts.Session session) {
        this.session = session;
    }

    /** The session behind a request that passed {@link SignInFeature}. */
    static Accounts.Session session(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Known known) {
            return known.session();
        }
        throw new HousingException(ErrorCode.NOT_SIGNED_IN, "nobody is signed in");
    }

    /** The actor behind a request that passed {@link SignInFeature}. */
    static Actor actor(SecurityContext context) {
        return session(context).actor();
    }

    /** Refuses whoever does not have one of these roles; only for what the host itself shows. */
    static void is(SecurityContext context, Role... roles) {
        if (!List.of(roles).contains(actor(context).role())) {
            throw new HousingException(ErrorCode.FORBIDDEN, "this is for " + List.of(roles) + " only");
        }
    }

    @Override
    public Principal getUserPrincipal() {
        return new Known(session);
    }

    @Override
    public boolean isUserInRole(String role) {
        return session.actor().role().name().equals(role);
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }

    private record Known(Accounts.Session session) implements Principal {
        @Override
        public String getName() {
            return session.actor().id();
        }

        @Override
        public String toString() {
            return getName();
        }
    }
}
