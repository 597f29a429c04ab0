package org.onevisit.housing.publicity.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.regex.Pattern;

/** A response that keeps what a page wrote. */
final class FakeResponse extends HttpServletResponseWrapper {
    private final StringWriter body = new StringWriter();
    private int status = SC_OK;
    private String type = "";

    FakeResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    /** Everything that was written. */
    String page() {
        return body.toString();
    }

    /** The contents of these elements, in order, without tags. */
    List<String> texts(String element) {
        return Pattern.compile("<" + element + "(?: [^>]*)?>(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(page())
                .results()
                .map(found -> found.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void setContentType(String contentType) {
        type = contentType;
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(body, true);
    }
}
