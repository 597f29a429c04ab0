package org.onevisit.housing.host;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.tray.HeldBack;
import org.onevisit.housing.host.tray.Modules;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** What operators see and do. */
final class Control implements HostControl {
    private static final String OWN = HousingFramework.NESTED + "housing/";
    private static final String PACK = "Housing-Pack";
    private final HousingFramework framework;
    private final Optional<DemoTime> demoTime;
    private final Trust trust;
    private final AtomicReference<Changes> changes = new AtomicReference<>();
    private final Modules modules;

    Control(HousingFramework framework, Optional<DemoTime> demoTime, Trust trust, Modules modules) {
        this.framework = framework;
        this.demoTime = demoTime;
        this.trust = trust;
        this.modules = modules;
    }

    @Override
    public List<PluginInfo> plugins() {
        Stream<PluginInfo> installed = Arrays.stream(framework.context().getBundles())
                .filter(Control::isOurs)
                .map(this::describe);
        return Stream.concat(installed, modules.notBroughtBack().stream().map(Control::describe))
                .sorted(Comparator.comparing(PluginInfo::name).thenComparing(PluginInfo::version))
                .toList();
    }

    private static boolean isOurs(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(OWN) || location.startsWith(HousingFramework.MODULE);
    }

    private PluginInfo describe(Bundle bundle) {
        String text = Stream.of(Constants.BUNDLE_DESCRIPTION, Constants.BUNDLE_NAME)
                .map(name -> Optional.ofNullable(bundle.getHeaders().get(name)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        String kind = bundle.getHeaders().get(PACK) == null ? "plugin" : "pack";
        return new PluginInfo(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                state(bundle),
                text,
                kind,
                modules.signed(bundle));
    }

    private static PluginInfo describe(HeldBack held) {
        return new PluginInfo(held.name(), held.version(), "REFUSED", held.reason(), held.kind(), "");
    }

    @Override
    public List<String> notBroughtBack() {
        return modules.notBroughtBack().stream().map(HeldBack::text).toList();
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "INSTALLED";
        };
    }

    /** From now on plugins and packs can be changed. */
    void changes(Changes ready) {
        changes.set(ready);
    }

    @Override
    public Changes changes() {
        return Optional.ofNullable(changes.get())
                .orElseThrow(() -> new HousingException(
                        ErrorCode.SITE_NOT_READY, "the host is still starting; try again in a few seconds"));
    }

    @Override
    public boolean demo() {
        return demoTime.isPresent();
    }

    @Override
    public void advance(int workingDays) {
        demoTime.orElseThrow(() -> new IllegalStateException("only the clock of a demo can be moved"))
                .advance(workingDays);
    }

    @Override
    public boolean trustsUnsigned() {
        return trust == Trust.UNSIGNED;
    }
}
