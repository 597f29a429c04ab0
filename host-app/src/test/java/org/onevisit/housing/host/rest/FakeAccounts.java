package org.onevisit.housing.host.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Accounts whose token is the role in small letters and whose password is {@code right}. */
final class FakeAccounts implements Accounts {
    static final Instant EXPIRES = Instant.parse("2026-11-27T20:00:00Z");
    private static final Division PINGHU = Division.of("330482");

    String changed = "";
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    FakeAccounts() {
        for (Role role : Role.values()) {
            String token = role.name().toLowerCase(java.util.Locale.ROOT);
            Actor actor = Actor.officer(token + "-1", role, PINGHU, role == Role.AGENCY_OFFICER ? "tax" : "");
            sessions.put(token, new Session(token, "csrf", actor, EXPIRES));
        }
    }

    @Override
    public Session signIn(String name, char[] password) {
        if (!sessions.containsKey(name) || !"right".equals(String.valueOf(password))) {
            throw new HousingException(ErrorCode.NOT_SIGNED_IN, "name or password is wrong");
        }
        return sessions.get(name);
    }

    @Override
    public Session changePassword(String name, char[] password, char[] fresh) {
        changed = String.valueOf(fresh);
        return signIn(name, password);
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void signOut(String token) {
        sessions.remove(token);
    }
}
