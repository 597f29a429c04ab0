package org.onevisit.housing.host.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A bundle that travels inside the host as a resource.
 *
 * @param startLevel 1 services of the framework, 2 HTTP, 3 libraries, 4 store, 5 core, 6 plugins and packs
 * @param name path below {@code /housing/bundles}
 * @param content opens its bytes
 */
public record NestedBundle(int startLevel, String name, Supplier<InputStream> content) {
    /** Level from which on bundles are plugins and packs, which may be replaced. */
    public static final int PLUGINS = 6;

    /** Level of the HTTP server. */
    public static final int HTTP = 2;

    private static final String ROOT = "/housing/bundles/";

    /** All of them, in the order of installation. */
    public static List<NestedBundle> all() {
        try (InputStream text = open("index.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new NestedBundle(Integer.parseInt(parts[0]), parts[1], () -> open(parts[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is it needed only when HTTP is switched on? */
    public boolean httpOnly() {
        return startLevel == HTTP;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                NestedBundle.class.getResourceAsStream(ROOT + name), "not inside the host: " + ROOT + name);
    }
}
