package org.onevisit.housing.agency.simulated;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would give it: what is set, else the default. */
final class FakeConfig {
    private FakeConfig() {}

    static SimulatedConfig of(Map<String, Object> set) {
        return (SimulatedConfig) Proxy.newProxyInstance(
                FakeConfig.class.getClassLoader(),
                new Class<?>[] {SimulatedConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
