package org.onevisit.housing.host;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.framework.NestedBundle;

/** Hosts for tests: the framework's services, a fake engine, and nothing else. */
public final class Hosts {
    private Hosts() {}

    /** With a fake engine that misses nothing. */
    public static HostBuilder in(Path data) {
        return in(data, FakeBundle.engine());
    }

    /** This host, with one more bundle beside its stores. */
    public static HostBuilder beside(HostBuilder host, FakeBundle store) {
        byte[] jar = store.jar();
        NestedBundle own = new NestedBundle(4, "housing/fake-store.jar", () -> new ByteArrayInputStream(jar));
        return host.bundles(
                () -> Stream.concat(Stream.of(own), NestedBundle.all().stream()).toList());
    }

    /** With these bundles at the core's place. */
    public static HostBuilder in(Path data, FakeBundle... core) {
        List<NestedBundle> own = Stream.of(core)
                .map(FakeBundle::jar)
                .map(jar ->
                        new NestedBundle(5, "housing/fake-" + jar.length + ".jar", () -> new ByteArrayInputStream(jar)))
                .toList();
        BundleChoice choice = () -> Stream.concat(
                        NestedBundle.all().stream()
                                .filter(bundle ->
                                        bundle.startLevel() < 5 && bundle.name().startsWith("system/")),
                        own.stream())
                .toList();
        return HousingHost.in(data).pack("test").bundles(choice);
    }
}
