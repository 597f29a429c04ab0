package org.onevisit.housing.intake.files;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would give it: what is set, else the default. */
final class FakeConfig {
    private FakeConfig() {}

    static ChannelConfig of(Map<String, Object> set) {
        return (ChannelConfig) Proxy.newProxyInstance(
                FakeConfig.class.getClassLoader(),
                new Class<?>[] {ChannelConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
