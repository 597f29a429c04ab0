package org.onevisit.housing.host.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outermost: tells browsers what they may not do with a page, refuses what is too large, counts requests. */
final class SafetyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** A paper has 10 MB at most; a form around it some more. */
    private static final long LARGEST = 11L * 1024 * 1024;

    private static final long MOST_HEARD_OUT = 4 * LARGEST;
    private static final Logger LOG = LoggerFactory.getLogger(SafetyFilter.class);

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    private final transient Figures figures;

    SafetyFilter(Figures figures) {
        this.figures = figures;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        try {
            if (request.getMethod().equals("TRACE")) { // it would show cookies to scripts
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else if (request.getContentLengthLong() > LARGEST) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
                chain.doFilter(new Limited(request), response);
            }
        } finally {
            figures.answered(request.getMethod(), response.getStatus());
            hearOut(request);
        }
    }

    /** Reads what a refusal left unread: whoever still sends would find the connection cut, and not hear the answer. */
    private static void hearOut(HttpServletRequest request) {
        if (!Http.isUnder(request, Http.API) || request.getHeader("Expect") != null) {
            return;
        }
        try {
            request.getInputStream().skip(MOST_HEARD_OUT);
        } catch (IOException e) {
            LOG.debug(
                    "the caller went away before its request was read: {}",
                    e.getClass().getName());
        }
    }

    /** A request whose body does not go on for ever, whatever it says about itself. */
    private static final class Limited extends HttpServletRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedBody(super.getInputStream());
        }
    }

    private static final class LimitedBody extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        LimitedBody(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = body.read(bytes, offset, length);
            count(got);
            return got;
        }

        private void count(int more) throws IOException {
            read += Math.max(more, 0);
            if (read > LARGEST) {
                throw new IOException("the request is larger than is taken");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
