package org.onevisit.housing.host.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.onevisit.housing.agency.worklist.page.WorklistPage;
import org.onevisit.housing.host.http.WebModule;
import org.onevisit.housing.intake.window.WindowPages;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.publicity.web.ProgressPage;
import org.onevisit.housing.publicity.web.PublicityPage;

/** All pages on a real server over {@link FakeSite}; a cookie {@code role} says who is signed in. */
final class PageServer implements AutoCloseable {
    final FakeSite site = new FakeSite();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    PageServer() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        Filter signIn = (request, response, chain) -> {
            request.setCharacterEncoding("UTF-8");
            request.setAttribute("org.onevisit.housing.csrf", "csrf-of-a-test");
            actor((HttpServletRequest) request)
                    .ifPresent(actor -> request.setAttribute("org.onevisit.housing.actor", actor));
            chain.doFilter(request, response);
        };
        add(context, signIn);
        WebModule pages = new PagesModule();
        pages.filters(site).forEach(filtered -> add(context, filtered.filter()));
        pages.mount(site).forEach(mounted -> add(context, mounted.pattern(), mounted.servlet()));
        add(context, "/window/*", new WindowPages(site.engine, site.clock()));
        add(context, "/worklist/*", new WorklistPage(site.engine, site.clock()));
        add(context, "/publicity/*", new PublicityPage(site.engine));
        add(context, "/progress", new ProgressPage(site.engine));
        server.setHandler(context);
        server.start();
    }

    private static void add(ServletContextHandler context, Filter filter) {
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static void add(ServletContextHandler context, String pattern, Servlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.getRegistration().setMultipartConfig(new MultipartConfigElement(""));
        context.addServlet(holder, pattern);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    private static Optional<Actor> actor(HttpServletRequest request) {
        Map<String, String> units =
                Map.of("AGENCY_OFFICER", "housing", "PANEL_MEMBER", "housing", "WINDOW_CLERK", "citywide");
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals("role"))
                .map(Cookie::getValue)
                .map(role ->
                        Actor.officer("test-7", Role.valueOf(role), FakeCases.COUNTY, units.getOrDefault(role, "")))
                .findFirst();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
