package org.onevisit.housing.agency.http;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would give it: what is set, else the default. */
final class FakeConfig {
    private FakeConfig() {}

    static HttpConfig of(Map<String, Object> set) {
        return (HttpConfig) Proxy.newProxyInstance(
                FakeConfig.class.getClassLoader(),
                new Class<?>[] {HttpConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
