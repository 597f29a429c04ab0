package org.onevisit.housing.host.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.onevisit.housing.host.account.Accounts.Session;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/**
 * The key of the command line: a file that only the owner of the data folder can read, made anew by each run of the host. Who can read
 * it is an operator, under the name {@code console}.
 */
public final class ConsoleKey implements AutoCloseable {
    private static final String NAME = "console";
    private static final Division ANYWHERE = Division.of("000000");
    private final Path file;
    private final Session session;

    private ConsoleKey(Path file, Session session) {
        this.file = file;
        this.session = session;
    }

    /** Makes a key and writes it into a file. */
    public static ConsoleKey into(Path file) {
        String token = Sessions.token();
        Actor actor = Actor.officer(NAME, Role.OPERATOR, ANYWHERE);
        try {
            AtomicFile.write(file, token.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the key of the command line cannot be written to %s: %s".formatted(file, e.getMessage()),
                    e);
        }
        return new ConsoleKey(file, new Session(token, Sessions.token(), actor, Instant.MAX));
    }

    /** The operator's session, for whoever shows the key. */
    Optional<Session> session(String token) {
        boolean same = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), session.token().getBytes(StandardCharsets.UTF_8));
        return Optional.of(session).filter(known -> same);
    }

    /** The key opens nothing any more. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
