package org.onevisit.housing.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;
import org.onevisit.housing.host.config.DataFolder;

/**
 * An account for each role, made anew each time a demo starts.
 *
 * @param names names to sign in with
 * @param printed the password, where it was made up and has to be told
 */
record DemoAccounts(List<String> names, Optional<String> printed) {
    private static final String PASSWORD = "HOUSING_DEMO_PASSWORD";
    private static final String COUNTY = "330482";
    private static final Map<String, String> SCOPES = scopes();

    static DemoAccounts in(DataFolder data) {
        Optional<String> chosen = Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isBlank());
        AccountBook book = new AccountBook(data.accounts());
        String password = chosen.orElseGet(AccountBook::randomPassword);
        SCOPES.forEach((name, scope) -> book.put(name, AccountRole.of(name), Scope.of(scope), password.toCharArray()));
        return new DemoAccounts(
                List.copyOf(SCOPES.keySet()), chosen.isPresent() ? Optional.empty() : Optional.of(password));
    }

    private static Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("clerk", COUNTY + "/citywide");
        scopes.put("officer", COUNTY + "/*");
        scopes.put("reviewer", COUNTY);
        scopes.put("panel", COUNTY + "/civil-affairs");
        scopes.put("chair", COUNTY + "/housing");
        scopes.put("supervisor", COUNTY);
        scopes.put("operator", COUNTY);
        return scopes;
    }
}
