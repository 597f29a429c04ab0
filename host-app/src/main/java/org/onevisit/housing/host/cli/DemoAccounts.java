package org.onevisit.housing.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.host.account.AccountBook;
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
    private static final Map<String, Scope> SCOPES = scopes();

    /** Makes them, which takes a second: a password is hashed slowly by intent. */
    static DemoAccounts in(DataFolder data) {
        Optional<String> chosen = Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isBlank());
        AccountBook book = new AccountBook(data.accounts());
        String password = chosen.orElseGet(AccountBook::randomPassword);
        book.putAll(SCOPES, password.toCharArray());
        return new DemoAccounts(
                List.copyOf(SCOPES.keySet()), chosen.isPresent() ? Optional.empty() : Optional.of(password));
    }

    private static Map<String, Scope> scopes() {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        scopes.put("clerk", Scope.of(COUNTY + "/citywide"));
        scopes.put("officer", Scope.of(COUNTY + "/*"));
        scopes.put("reviewer", Scope.of(COUNTY));
        scopes.put("panel", Scope.of(COUNTY + "/civil-affairs"));
        scopes.put("chair", Scope.of(COUNTY + "/housing"));
        scopes.put("supervisor", Scope.of(COUNTY));
        scopes.put("operator", Scope.of(COUNTY));
        return scopes;
    }
}
