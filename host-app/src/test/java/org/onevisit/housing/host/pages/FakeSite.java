package org.onevisit.housing.host.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** A site around {@link FakeEngine}, shown as a demo. */
final class FakeSite implements WebSite, HostControl, Accounts {
    final FakeEngine engine = new FakeEngine();
    final List<Integer> advanced = new ArrayList<>();

    @Override
    public HousingEngine engine() {
        return engine;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public Accounts accounts() {
        return this;
    }

    @Override
    public HostControl control() {
        return this;
    }

    @Override
    public List<PluginInfo> plugins() {
        return List.of(
                new PluginInfo(
                        "org.onevisit.housing.agency-http",
                        "1.0.0",
                        "ACTIVE",
                        "核查: agencies over HTTP",
                        "plugin",
                        "signed CN=Vendor, trusted"),
                new PluginInfo("org.onevisit.housing.pack-pinghu", "1.0.0", "RESOLVED", "平湖市政策包", "pack", ""));
    }

    @Override
    public boolean demo() {
        return true;
    }

    @Override
    public void advance(int workingDays) {
        advanced.add(workingDays);
    }

    @Override
    public Changes changes() {
        throw new UnsupportedOperationException("nothing is changed here");
    }

    @Override
    public List<String> notBroughtBack() {
        return List.of();
    }

    @Override
    public boolean trustsUnsigned() {
        return true;
    }

    @Override
    public Session signIn(String name, char[] password) {
        throw new HousingException(ErrorCode.NOT_SIGNED_IN, "name or password is wrong");
    }

    @Override
    public Session changePassword(String name, char[] password, char[] fresh) {
        throw new HousingException(ErrorCode.NOT_SIGNED_IN, "name or password is wrong");
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.empty();
    }

    @Override
    public void signOut(String token) {}
}
