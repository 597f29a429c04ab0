package org.onevisit.housing.host.account;

import java.time.Instant;
import java.util.Optional;
import org.onevisit.housing.process.Actor;

/** Who may sign in (name, argon2id hash, role, scope) and who is signed in. */
public interface Accounts {
    /**
     * Signs in; slow on purpose, throttled per name.
     *
     * @throws org.onevisit.housing.process.HousingException TOO_MANY_REQUESTS when tried too often, NOT_SIGNED_IN when name or password is wrong (the same answer for both)
     */
    Session signIn(String name, char[] password);

    /** The session with this token, if it is not over. */
    Optional<Session> session(String token);

    /** Ends a session. */
    void signOut(String token);

    /**
     * A session.
     *
     * @param token 256 random bits, base64url; never in a URL
     * @param csrf token for forms
     * @param actor who is signed in
     * @param expires when it is over
     */
    record Session(String token, String csrf, Actor actor, Instant expires) {}
}
