package org.onevisit.housing.host.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.account.Accounts.Session;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;

/** Accounts: who gets in, for how long, and who does not. */
class LocalAccountsTest {
    private static final char[] GOOD = "correct horse battery".toCharArray();
    private static final char[] BAD = "incorrect horse".toCharArray();
    private final FakeClock clock = new FakeClock("2026-11-27T00:00:00Z");

    @TempDir
    Path folder;

    private AccountBook book;
    private Accounts accounts;

    @BeforeEach
    void addClerk() {
        book = new AccountBook(folder.resolve("accounts.json"));
        book.add("zhang-7", AccountRole.CLERK, Scope.of("330482/citywide"), GOOD);
        accounts = new LocalAccounts(book, clock);
    }

    @Test
    @DisplayName("role and scope of the account are those of the actor")
    void actorIsTheAccounts() {
        Session session = accounts.signIn("zhang-7", GOOD);
        assertThat(session.actor())
                .isEqualTo(Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482"), "citywide"));
        assertThat(session.token()).hasSize(43).isNotEqualTo(session.csrf());
        assertThat(accounts.session(session.token())).contains(session);
    }

    @Test
    @DisplayName("a wrong password and an unknown name get the same answer")
    void sameAnswerForBoth() {
        HousingException wrong = refusal(() -> accounts.signIn("zhang-7", BAD));
        HousingException unknown = refusal(() -> accounts.signIn("nobody", BAD));
        assertThat(wrong.code()).isEqualTo(ErrorCode.NOT_SIGNED_IN).isEqualTo(unknown.code());
        assertThat(wrong).hasMessage(unknown.getMessage());
    }

    @Test
    @DisplayName("a one-time password is good for nothing but changing it")
    void oneTimePassword() {
        char[] once = book.add("li-3", AccountRole.OPERATOR, Scope.of("330482")).toCharArray();
        assertThat(refusal(() -> accounts.signIn("li-3", once)).code()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refusal(() -> accounts.changePassword("li-3", once, "short".toCharArray()))
                        .code())
                .isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(refusal(() -> accounts.changePassword("li-3", once, once)).code())
                .isEqualTo(ErrorCode.BAD_ARGUMENT);
        accounts.changePassword("li-3", once, GOOD);
        assertThat(accounts.signIn("li-3", GOOD).actor().role()).isEqualTo(Role.OPERATOR);
        assertThat(refusal(() -> accounts.signIn("li-3", once)).code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
    }

    @Test
    @DisplayName("a session is over after half an hour of silence, and after eight hours in any case")
    void sessionsEnd() {
        String idle = accounts.signIn("zhang-7", GOOD).token();
        clock.pass(Duration.ofMinutes(31));
        assertThat(accounts.session(idle)).isEmpty();
        String busy = accounts.signIn("zhang-7", GOOD).token();
        for (int i = 0; i < 16; i++) {
            clock.pass(Duration.ofMinutes(29));
            assertThat(accounts.session(busy)).isPresent();
        }
        clock.pass(Duration.ofMinutes(29));
        assertThat(accounts.session(busy)).isEmpty();
    }

    @Test
    @DisplayName("signing out, removing the account and changing its password each end its sessions")
    void sessionsEndWithTheirAccount() {
        String first = accounts.signIn("zhang-7", GOOD).token();
        accounts.signOut(first);
        assertThat(accounts.session(first)).isEmpty();
        String second = accounts.signIn("zhang-7", GOOD).token();
        accounts.changePassword("zhang-7", GOOD, "another horse 77".toCharArray());
        assertThat(accounts.session(second)).isEmpty();
        String third =
                accounts.signIn("zhang-7", "another horse 77".toCharArray()).token();
        assertThat(new AccountBook(folder.resolve("accounts.json")).remove("zhang-7"))
                .isTrue();
        assertThat(accounts.session(third)).isEmpty();
    }

    @Test
    @DisplayName("after five failures even the right password waits, for a while")
    void guessingIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> accounts.signIn("zhang-7", BAD)).code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
        }
        assertThat(refusal(() -> accounts.signIn("zhang-7", GOOD)).code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        clock.pass(Duration.ofSeconds(3));
        assertThat(accounts.signIn("zhang-7", GOOD).actor().id()).isEqualTo("zhang-7");
    }

    @Test
    @DisplayName("the file holds argon2id hashes, can be read by its owner only, and survives a restart")
    void fileIsSafe() throws IOException {
        Path file = folder.resolve("accounts.json");
        assertThat(Files.readString(file))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .contains("\"330482/citywide\"")
                .doesNotContain("correct horse");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Accounts restarted = new LocalAccounts(new AccountBook(file), clock);
        assertThat(restarted.signIn("zhang-7", GOOD).actor().id()).isEqualTo("zhang-7");
    }

    @Test
    @DisplayName("a name stands once; names, roles and scopes of another shape are refused with what was expected")
    void wrongInputIsRefused() {
        assertThatThrownBy(() -> book.add("zhang-7", AccountRole.CLERK, Scope.of("330482")))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> book.add("张", AccountRole.CLERK, Scope.of("330482")))
                .hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> Scope.of("pinghu")).hasMessageContaining("330482/tax");
        assertThatThrownBy(() -> AccountRole.of("boss")).hasMessageContaining("clerk, officer");
        assertThat(AccountRole.of("subdistrict-reviewer")).isEqualTo(AccountRole.REVIEWER);
        assertThat(Scope.of("330482/*")).hasToString("330482/*");
    }

    private static HousingException refusal(ThrowingCallable call) {
        return (HousingException) catchThrowable(call);
    }
}
