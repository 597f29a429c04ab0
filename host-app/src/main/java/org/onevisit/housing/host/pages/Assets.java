package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The stylesheet and the icon. Their content names their version, so browsers may keep them. */
final class Assets extends HttpServlet {
    /** Names the content of all assets; part of the address under which pages ask for them. */
    static final String VERSION;

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES =
            Map.of("/housing.css", "text/css;charset=UTF-8", "/icon.svg", "image/svg+xml");
    private static final Map<String, byte[]> CONTENT = new TreeMap<>();

    static {
        TYPES.keySet().forEach(name -> CONTENT.put(name, read(name)));
        VERSION = hash();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] content = CONTENT.get(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (content == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + VERSION + '"';
        response.setHeader("ETag", tag);
        response.setHeader(
                "Cache-Control",
                VERSION.equals(request.getParameter("v"))
                        ? "public, max-age=31536000, immutable"
                        : "public, max-age=0, must-revalidate");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(TYPES.get(request.getPathInfo()));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets" + name)) {
            if (in == null) {
                throw new IllegalStateException("asset " + name + " is missing from the jar; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("asset " + name + " cannot be read", e);
        }
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            CONTENT.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
