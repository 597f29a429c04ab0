package org.onevisit.housing.host.http;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.annotation.MultipartConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** The HTTP server's settings, and what the host mounts on it. Its port is open on the loopback interface only. */
public final class HttpSide implements AutoCloseable {
    private static final String SERVER = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String ENDPOINT = "osgi.http.endpoint";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int OUTERMOST = 1000;
    private final BundleContext context;
    private final WebSite site;
    private final List<ServiceRegistration<?>> mounted = new ArrayList<>();
    private int ranking = OUTERMOST;
    private volatile boolean complete;

    /** Mounts what answers before there is an engine: health, figures, sign-in. */
    public HttpSide(BundleContext context, WebSite site) {
        this.context = context;
        this.site = site;
        Figures figures = new Figures(site);
        mount("/*", new SafetyFilter(figures));
        mount("/*", new SessionFilter(site.accounts()));
        mount(new HealthServlet(site, () -> complete), "/health/*");
        mount(figures.servlet(), "/metrics");
        SignInServlet signIn = new SignInServlet(site.accounts());
        mount(signIn, SignInServlet.LOGIN, SignInServlet.PASSWORD, SignInServlet.LOGOUT);
    }

    /** Framework properties that make the server listen on the loopback interface. */
    public static Map<String, String> settings(int port) {
        return Map.of(
                "org.apache.felix.http.host", LOOPBACK,
                "org.osgi.service.http.port", Integer.toString(port),
                "org.apache.felix.http.enable", "true",
                "org.apache.felix.https.enable", "false",
                "org.apache.felix.http.jetty.sendServerHeader", "false",
                "org.apache.felix.http.session.invalidate", "true");
    }

    /** Mounts what other packages of the class path bring along. */
    public void mountModules(ClassLoader loader) {
        List<WebModule.Mounted> errors = new ArrayList<>();
        for (WebModule module : ServiceLoader.load(WebModule.class, loader)) {
            module.filters(site).forEach(filtered -> mount(filtered.pattern(), filtered.filter()));
            module.mount(site).forEach(one -> mount(one.servlet(), one.pattern()));
            errors.addAll(module.errors(site));
        }
        mount(
                new ErrorServlet(errors),
                Map.of(
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                        "/",
                        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ERROR_PAGE,
                        new String[] {"4xx", "5xx"}));
        complete = true;
    }

    /**
     * Waits until the server listens.
     *
     * @throws HousingException SITE_NOT_READY when it does not, for example since the port is taken
     */
    public URI address(int port, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<URI> found = listening();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new HousingException(
                ErrorCode.SITE_NOT_READY,
                "nothing listens on %s:%d after %s; is the port taken? choose another, or 0 for any that is free"
                        .formatted(LOOPBACK, port, patience));
    }

    private Optional<URI> listening() {
        return HousingFramework.property(context, SERVER, ENDPOINT).stream()
                .filter(String[].class::isInstance)
                .flatMap(endpoints -> Arrays.stream((String[]) endpoints))
                .map(URI::create)
                .filter(uri -> LOOPBACK.equals(uri.getHost()) && uri.getPort() > 0)
                .map(uri -> URI.create("http://" + LOOPBACK + ":" + uri.getPort()))
                .findFirst();
    }

    private void mount(Servlet servlet, String... patterns) {
        mount(servlet, Map.of(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, patterns));
    }

    private void mount(Servlet servlet, Map<String, ?> where) {
        Dictionary<String, Object> properties = new Hashtable<>(where);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        MultipartConfig files = servlet.getClass().getAnnotation(MultipartConfig.class);
        if (files != null) {
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_MULTIPART_ENABLED, true);
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_MULTIPART_MAXFILESIZE, files.maxFileSize());
        }
        mounted.add(context.registerService(Servlet.class, servlet, properties));
    }

    private void mount(String pattern, Filter filter) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, pattern);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true);
        properties.put("service.ranking", ranking);
        ranking -= 1;
        mounted.add(context.registerService(Filter.class, filter, properties));
    }

    @Override
    public void close() {
        mounted.forEach(ServiceRegistration::unregister);
        mounted.clear();
    }
}
