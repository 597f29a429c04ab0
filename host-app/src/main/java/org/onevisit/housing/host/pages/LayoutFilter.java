package org.onevisit.housing.host.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.host.http.Trace;
import org.onevisit.housing.host.http.WebSite;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the layout around what a page wrote, the host's or a plugin's, and turns what went wrong into a page that says what to
 * do. Everything that is no HTML passes untouched. To be registered for {@code /*}, after the filter that tells who is signed in.
 */
public final class LayoutFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutFilter.class);
    private static final List<String> NO_PAGES = List.of("/api", "/assets", "/health", "/metrics");
    static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store");

    private final Layout layout;

    /** The layout for this site. */
    public LayoutFilter(WebSite site) {
        this.layout = new Layout(site, Templates.SHARED);
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        if (NO_PAGES.stream().anyMatch(p -> isUnder(request.getRequestURI(), p))) {
            chain.doFilter(request, response);
            return;
        }
        SAFETY.forEach(response::setHeader);
        BufferedResponse page = new BufferedResponse(response);
        try {
            chain.doFilter(request, page);
        } catch (HousingException e) {
            refuse(request, response, e);
            return;
        } catch (ServletException | RuntimeException e) {
            fail(request, response, e);
            return;
        }
        finish(request, response, page);
    }

    private void finish(HttpServletRequest request, HttpServletResponse response, BufferedResponse page)
            throws IOException {
        if (page.redirected()) {
            return;
        }
        if (page.error() == HttpServletResponse.SC_UNAUTHORIZED) {
            signIn(request, response);
        } else if (page.error() != 0) {
            write(response, page.error(), layout.problem(request, Problem.of(page.error())));
        } else if (page.isFragment()) {
            write(response, page.getStatus(), layout.around(request, new String(page.content(), UTF_8)));
        } else {
            response.getOutputStream().write(page.content());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HousingException e)
            throws IOException {
        if (e.code() == ErrorCode.NOT_SIGNED_IN) {
            signIn(request, response);
            return;
        }
        Problem problem = Problem.of(e);
        if (problem.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.warn("page {}: {}", request.getServletPath(), e.code().code(), e);
        }
        write(response, problem.status(), layout.problem(request, problem));
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        if (e.getCause() instanceof HousingException cause) {
            refuse(request, response, cause);
            return;
        }
        LOG.error("page {} failed: {}", request.getServletPath(), Trace.of(e));
        write(response, 500, layout.problem(request, Problem.of(500)));
    }

    static void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
        response.sendRedirect("/login?next=" + URLEncoder.encode(back, UTF_8));
    }

    static void write(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        byte[] bytes = html.getBytes(UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isUnder(String path, String part) {
        return path.equals(part) || path.startsWith(part + "/");
    }
}
