package org.onevisit.housing.host.fake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.onevisit.housing.host.framework.NestedBundle;
import org.osgi.framework.Constants;

/** A bundle that travels in the host, packed anew. */
public final class Repacked {
    private Repacked() {}

    /** Under another version. */
    public static byte[] jar(String name, String version) {
        return jar(name, version, Map.of());
    }

    /** Under another version and with other texts. */
    public static byte[] jar(String name, String version, Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream from = open(name)) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    String text = texts.get(entry.getName());
                    InputStream content =
                            text == null ? from : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                    content.transferTo(to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A text in it. */
    public static String text(String name, String path) {
        try (JarInputStream jar = open(name)) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().equals(path)) {
                    return new String(jar.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no " + path + " in " + name);
    }

    private static JarInputStream open(String name) throws IOException {
        NestedBundle nested = NestedBundle.all().stream()
                .filter(bundle -> bundle.name().startsWith("housing/" + name + "-"))
                .findFirst()
                .orElseThrow();
        return new JarInputStream(nested.content().get());
    }
}
