package org.onevisit.housing.host.account;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Accounts of this host's own: a file of hashes, sessions in memory. Safe for every thread. */
public final class LocalAccounts implements Accounts {
    /** So many passwords are hashed at once; each takes 19 MiB. */
    private static final int AT_ONCE = 4;

    private final AccountBook book;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Optional<ConsoleKey> console;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);

    /** Over a book of accounts, by a clock that nobody moves. */
    public LocalAccounts(AccountBook book, Clock clock) {
        this(book, clock, Optional.empty());
    }

    /** The same, with a key for the command line. */
    public LocalAccounts(AccountBook book, Clock clock, Optional<ConsoleKey> console) {
        this.console = console;
        this.book = book;
        this.sessions = new Sessions(clock);
        this.throttle = new Throttle(clock);
    }

    @Override
    public Session signIn(String name, char[] password) {
        Account account = require(name, password);
        if (account.oneTime()) {
            throw new HousingException(
                    ErrorCode.FORBIDDEN, "this password was for one time: choose a new one first, at /password");
        }
        return sessions.open(account);
    }

    @Override
    public Session changePassword(String name, char[] password, char[] fresh) {
        Account account = require(name, password);
        if (Passwords.fits(fresh, account.hash())) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "the new password is the old one; choose another");
        }
        book.setPassword(name, fresh);
        return sessions.open(book.find(name).orElseThrow(LocalAccounts::refused));
    }

    private Account require(String name, char[] password) {
        throttle.requireHeard(name);
        Optional<Account> account = book.find(name);
        hashing.acquireUninterruptibly();
        try {
            boolean fits = account.map(known -> Passwords.fits(password, known.hash()))
                    .orElseGet(() -> Passwords.fitsNobody(password));
            if (!fits) {
                throttle.failed(name);
                throw refused();
            }
        } finally {
            hashing.release();
        }
        throttle.succeeded(name);
        return account.orElseThrow(LocalAccounts::refused);
    }

    @Override
    public Optional<Session> session(String token) {
        return console.flatMap(key -> key.session(token)).or(() -> sessions.find(token, book));
    }

    @Override
    public void signOut(String token) {
        sessions.end(token);
    }

    private static HousingException refused() {
        return new HousingException(ErrorCode.NOT_SIGNED_IN, "name or password is wrong");
    }
}
