package org.onevisit.housing.publicity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request that holds what a test put into it; whatever else a page asks for is an error of the test. */
final class FakeRequest extends HttpServletRequestWrapper {
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>(Map.of("org.onevisit.housing.csrf", "csrf-1"));
    private final String path;
    private String language = "zh-CN";
    private String address = "10.0.0.1";

    FakeRequest(String path) {
        super(nothing());
        this.path = path;
    }

    private static HttpServletRequest nothing() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    FakeRequest with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    FakeRequest in(String acceptLanguage) {
        language = acceptLanguage;
        return this;
    }

    FakeRequest from(String remoteAddress) {
        address = remoteAddress;
        return this;
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public String getParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public String getHeader(String name) {
        return name.equals("Accept-Language") ? language : null;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }
}
