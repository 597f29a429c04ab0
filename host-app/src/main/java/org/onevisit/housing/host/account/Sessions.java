package org.onevisit.housing.host.account;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.account.Accounts.Session;

/** Who is signed in, in memory, by the hash of the token; over after 8 hours, or half an hour of silence. Safe for every thread. */
final class Sessions {
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration SILENCE = Duration.ofMinutes(30);
    private static final int AT_MOST = 10_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Clock clock;
    private final Cache<String, Seen> sessions =
            CacheBuilder.newBuilder().maximumSize(AT_MOST).build();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    private record Seen(Session session, String hash, Instant last) {}

    /** Opens a session for an account. */
    Session open(Account account) {
        Instant now = clock.instant();
        Session session = new Session(token(), token(), account.actor(), now.plus(LONGEST));
        sessions.put(key(session.token()), new Seen(session, account.hash(), now));
        return session;
    }

    /** The session, if it is not over and its account is as it was. */
    Optional<Session> find(String token, AccountBook book) {
        String key = key(token);
        @Nullable Seen seen = sessions.getIfPresent(key);
        if (seen == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Session session = seen.session();
        boolean over = now.isAfter(session.expires()) || now.isAfter(seen.last().plus(SILENCE));
        boolean same = book.find(session.actor().id())
                .filter(account -> account.hash().equals(seen.hash()))
                .filter(account -> account.actor().equals(session.actor()))
                .isPresent();
        if (over || !same) {
            sessions.invalidate(key);
            return Optional.empty();
        }
        sessions.put(key, new Seen(session, seen.hash(), now));
        return Optional.of(session);
    }

    /** Ends a session. */
    void end(String token) {
        sessions.invalidate(key(token));
    }

    static String token() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String key(String token) {
        return Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString();
    }
}
