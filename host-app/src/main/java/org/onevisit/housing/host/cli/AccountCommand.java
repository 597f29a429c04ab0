package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.account.Account;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts of the reference host; a host that runs sees a change at once. */
@Command(name = "account", description = "Accounts: add, list, remove, password.", mixinStandardHelpOptions = true)
final class AccountCommand {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            description = "Add an account and print its password, which is good for one time.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "Name to sign in with; no personal data.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "R",
                            description = "clerk, officer, reviewer, panel, chair, supervisor, operator or editor.")
                    String role,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "S",
                            description = "330482, 330482001, 330482/tax or 330482/*.")
                    String scope,
            @Option(names = "--json", description = "Print JSON.") boolean json,
            @Mixin DataOption data)
            throws JsonProcessingException {
        String password = book(data).add(name, AccountRole.of(role), Scope.of(scope));
        if (json) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("name", name);
            answer.put("password", password);
            out().println(JSON.writeValueAsString(answer));
        } else {
            out().println("account %s added. One-time password, to be changed at the first sign-in: %s"
                    .formatted(name, password));
        }
        return Main.DONE;
    }

    @Command(description = "List accounts.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON.") boolean json, @Mixin DataOption data)
            throws JsonProcessingException {
        List<Account> accounts = book(data).all();
        if (json) {
            out().println(JSON.writeValueAsString(
                    accounts.stream().map(AccountCommand::described).toList()));
        } else {
            accounts.forEach(one -> out().println("%-24s %-12s %-20s %s"
                    .formatted(one.name(), one.role().word(), one.scope(), one.oneTime() ? "never signed in" : "")));
        }
        return Main.DONE;
    }

    private static Map<String, Object> described(Account account) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", account.name());
        line.put("role", account.role());
        line.put("scope", account.scope());
        line.put("oneTime", account.oneTime());
        return line;
    }

    @Command(
            description = "Remove an account; whoever is signed in with it no longer is.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME", description = "Whose account.") String name, @Mixin DataOption data) {
        require(book(data), name).remove(name);
        out().println("account %s removed".formatted(name));
        return Main.DONE;
    }

    @Command(
            description = "Set a password: typed at the terminal, or the first line of standard input.",
            mixinStandardHelpOptions = true)
    int password(@Parameters(paramLabel = "NAME", description = "Whose password.") String name, @Mixin DataOption data)
            throws IOException {
        require(book(data), name).setPassword(name, typed());
        out().println("password of %s set".formatted(name));
        return Main.DONE;
    }

    private static char[] typed() throws IOException {
        @Nullable Console console = System.console();
        if (console != null) {
            return console.readPassword("New password: ");
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String line = reader.readLine();
        return line == null ? new char[0] : line.toCharArray();
    }

    private static AccountBook require(AccountBook book, String name) {
        if (book.find(name).isEmpty()) {
            throw new HousingException(
                    ErrorCode.NOT_FOUND, "there is no account of that name; 'account list' shows all of them");
        }
        return book;
    }

    private static AccountBook book(DataOption option) {
        DataFolder data = option.folder();
        data.create();
        return new AccountBook(data.accounts());
    }

    private PrintWriter out() {
        return Out.of(spec);
    }
}
