package org.onevisit.housing.host.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** Builds a small bundle in memory, from classes of the tests. */
public final class FakeBundle {
    private static final String IMPORTS = "org.osgi.framework;version=\"[1.8,2)\","
            + "org.onevisit.housing.engine;version=\"[1.0,2)\",org.onevisit.housing.explanation;version=\"[1.0,2)\","
            + "org.onevisit.housing.model;version=\"[1.0,2)\",org.onevisit.housing.process;version=\"[1.0,2)\","
            + "org.onevisit.housing.view;version=\"[1.0,2)\",org.onevisit.housing.spi.verification;version=\"[1.0,2)\"";
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** A bundle without anything in it. */
    public FakeBundle(String symbolicName, String version) {
        header(Constants.BUNDLE_MANIFESTVERSION, "2");
        header(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        header(Constants.BUNDLE_VERSION, version);
    }

    /** A bundle that registers a fake engine. */
    public static FakeBundle engine() {
        return new FakeBundle("test.engine", "1.0.0")
                .header(Constants.BUNDLE_ACTIVATOR, EngineActivator.class.getName())
                .header(Constants.IMPORT_PACKAGE, IMPORTS)
                .classes(EngineActivator.class, FakeEngine.class);
    }

    /** Sets a header. */
    public FakeBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds classes. */
    public FakeBundle classes(Class<?>... more) {
        classes.addAll(List.of(more));
        return this;
    }

    /** Adds a text file. */
    public FakeBundle text(String path, String content) {
        texts.put(path, content);
        return this;
    }

    /** The jar: of the same content the same bytes, whenever it is made. */
    public byte[] jar() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(entry(path));
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(jar);
                }
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                jar.putNextEntry(entry(text.getKey()));
                jar.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(MADE);
        return entry;
    }
}
