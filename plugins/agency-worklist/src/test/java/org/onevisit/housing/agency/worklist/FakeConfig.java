package org.onevisit.housing.agency.worklist;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would give it: what is set, else the default. */
final class FakeConfig {
    private FakeConfig() {}

    static WorklistConfig of(Map<String, Object> set) {
        return (WorklistConfig) Proxy.newProxyInstance(
                FakeConfig.class.getClassLoader(),
                new Class<?>[] {WorklistConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
