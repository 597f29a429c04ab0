package org.onevisit.housing.host.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds back what a page writes, and the error that it sends, until the layout is put around it. */
final class BufferedResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, UTF_8));
    private int error;
    private boolean redirected;

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Status of the error that was sent, or 0. */
    int error() {
        return error;
    }

    /** Did the page send the browser elsewhere? */
    boolean redirected() {
        return redirected;
    }

    /** Is what was written a fragment of HTML that wants a layout? */
    boolean isFragment() {
        String type = getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            return false;
        }
        String start = new String(content(), 0, Math.min(64, content().length), UTF_8);
        return !start.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype");
    }

    byte[] content() {
        writer.flush();
        return bytes.toByteArray();
    }

    @Override
    public void sendError(int status) {
        error = status;
    }

    @Override
    public void sendError(int status, String message) {
        error = status;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        redirected = true;
        super.sendRedirect(location);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Copy();
    }

    @Override
    public void setContentLength(int length) {
        // the layout changes the length
    }

    @Override
    public void setContentLengthLong(long length) {
        // the layout changes the length
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        bytes.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    private final class Copy extends ServletOutputStream {
        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(@Nullable WriteListener listener) {
            throw new UnsupportedOperationException("a page is written at once");
        }
    }
}
