package org.onevisit.housing.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.DataFolder;

/**
 * What makes a host a demo: the county of Pinghu, whose checks are answered by invented agencies, one of them over real HTTP, one by
 * an officer at a page; an account for each role.
 */
interface DemoSite extends AutoCloseable {
    /** No demo. */
    DemoSite NONE = new DemoSite() {};

    /** A demo in a data folder. */
    static DemoSite open(DataFolder data) throws IOException {
        return new Pinghu(data, new DemoAgency());
    }

    /** Says what the host is to be. */
    default void configure(HostBuilder builder) {}

    /** The host has started. */
    default void started(HousingHost host) {}

    /** What whoever starts it should know. */
    default List<String> describe(HousingHost host) {
        return List.of();
    }

    @Override
    default void close() {}

    /** The demo. */
    final class Pinghu implements DemoSite {
        private static final String PACK = "pinghu";
        private static final String SIMULATED = "org.onevisit.housing.agency.simulated~";
        private static final String OVER_HTTP = "org.onevisit.housing.agency.http~";
        private static final String BY_OFFICER = "org.onevisit.housing.agency.worklist~";
        private static final String WINDOW = "org.onevisit.housing.intake.window~";
        private static final long SEED = 7;
        private final DataFolder data;
        private final DemoAgency agency;
        private final CompletableFuture<DemoAccounts> accounts = new CompletableFuture<>();
        private final Map<String, String[]> checks;

        Pinghu(DataFolder data, DemoAgency agency) {
            this.data = data;
            this.agency = agency;
            this.checks = new TreeMap<>(PackChecks.of(PACK));
        }

        @Override
        public void configure(HostBuilder builder) {
            builder.pack(PACK)
                    .demo()
                    .trustUnsigned()
                    .listening(address -> accounts.completeAsync(() -> DemoAccounts.in(data)));
            checks.forEach((check, supplies) -> configure(builder, check, supplies));
            builder.configure(WINDOW + "citywide", Map.of("window", "citywide", "text", "综合受理窗口"));
            builder.configure(WINDOW + "danghu", Map.of("window", "danghu", "text", "当湖街道社区受理点"));
        }

        private void configure(HostBuilder builder, String check, String[] supplies) {
            switch (check) {
                case DemoAgency.CHECK ->
                    builder.configure(
                            OVER_HTTP + check,
                            Map.of(
                                    "check", check,
                                    "agency", check,
                                    "url", agency.url().toString(),
                                    "supplies", supplies,
                                    "needs", new String[] {"NAME", "RESIDENT_ID"}));
                case "housing" ->
                    builder.configure(
                            BY_OFFICER + check,
                            Map.of(
                                    "check", check,
                                    "agency", check,
                                    "supplies", supplies,
                                    "needs", new String[] {"NAME", "RESIDENT_ID"}));
                default ->
                    builder.configure(
                            SIMULATED + check,
                            Map.of("check", check, "agency", check, "supplies", supplies, "seed", SEED));
            }
        }

        @Override
        public void started(HousingHost host) {
            agency.goBy(host.clock());
            accounts.join();
        }

        @Override
        public List<String> describe(HousingHost host) {
            DemoAccounts made = accounts.join();
            String passwords = made.printed()
                    .map("password of all of them: %s"::formatted)
                    .orElse("password of all of them: as HOUSING_DEMO_PASSWORD says");
            return List.of(
                    "DEMO of the county of Pinghu; everybody in it is invented; today is " + host.today(),
                    "accounts: " + String.join(" ", made.names()),
                    passwords);
        }

        @Override
        public void close() {
            agency.close();
        }
    }
}
