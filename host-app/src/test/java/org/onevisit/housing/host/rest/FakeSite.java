package org.onevisit.housing.host.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.account.Accounts;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.host.swap.Changes;

/** A site on a Friday afternoon, with an engine that records what it is asked. */
final class FakeSite implements WebSite, HostControl {
    final FakeEngine engine = new FakeEngine();
    final FakeAccounts accounts = new FakeAccounts();
    private final boolean demo;
    int advanced;

    FakeSite(boolean demo) {
        this.demo = demo;
    }

    @Override
    public HousingEngine engine() {
        return engine;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-27T17:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public HostControl control() {
        return this;
    }

    @Override
    public List<PluginInfo> plugins() {
        return List.of(new PluginInfo("org.x.tax", "1.2.0", "ACTIVE", "税务", "plugin", "signed CN=Vendor, trusted"));
    }

    @Override
    public boolean demo() {
        return demo;
    }

    @Override
    public void advance(int workingDays) {
        advanced += workingDays;
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
}
