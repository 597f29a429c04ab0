package org.onevisit.housing.host.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.onevisit.housing.process.Actor;

/**
 * Somebody who may sign in.
 *
 * @param name name to sign in with; stands in the journal, so no personal data
 * @param role what they are here to do
 * @param scope what they act for
 * @param hash of the password
 * @param oneTime the password is good for nothing but changing it
 */
public record Account(String name, AccountRole role, Scope scope, String hash, boolean oneTime) {
    /** Checks that nothing is null. */
    public Account {
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(scope, "scope");
        requireNonNull(hash, "hash");
    }

    /** The same with another password. */
    Account withPassword(String newHash, boolean forOneTime) {
        return new Account(name, role, scope, newHash, forOneTime);
    }

    /** Who acts when they are signed in. */
    @JsonIgnore
    public Actor actor() {
        return Actor.officer(name, role.role(), scope.division(), scope.unit());
    }
}
