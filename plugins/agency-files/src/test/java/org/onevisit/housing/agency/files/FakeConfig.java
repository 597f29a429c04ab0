package org.onevisit.housing.agency.files;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would give it: what is set, else the default. */
final class FakeConfig {
    private FakeConfig() {}

    static FilesConfig of(Map<String, Object> set) {
        return (FilesConfig) Proxy.newProxyInstance(
                FakeConfig.class.getClassLoader(),
                new Class<?>[] {FilesConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
