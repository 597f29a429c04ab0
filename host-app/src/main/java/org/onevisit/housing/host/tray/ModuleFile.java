package org.onevisit.housing.host.tray;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.onevisit.housing.host.framework.SharedPackages;
import org.onevisit.housing.host.tray.Module.Kind;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar that has been read to its end and could be installed as far as can be told from the outside.
 *
 * @param name symbolic name
 * @param version version
 * @param kind plugin or pack
 * @param packEntry where a pack's text is in it; empty for a plugin
 * @param content the jar
 */
record ModuleFile(String name, Version version, Kind kind, String packEntry, byte[] content) {
    private static final String PACK = "Housing-Pack";

    /**
     * Reads a jar.
     *
     * @param content the file
     * @param api packages that only the host may offer
     * @throws RefusedException when it is no bundle, or carries or exports a package of the API
     */
    static ModuleFile read(byte[] content, Set<String> api) {
        Set<String> folders = new TreeSet<>();
        Manifest manifest = manifest(content, folders);
        Attributes headers = manifest.getMainAttributes();
        String name = header(headers, Constants.BUNDLE_SYMBOLICNAME)
                .orElseThrow(() -> new RefusedException(
                        "the manifest has no Bundle-SymbolicName: build the jar as an OSGi bundle"));
        if (header(headers, Constants.FRAGMENT_HOST).isPresent()) {
            throw new RefusedException(
                    "it is a fragment, which would change another bundle: build a bundle of its own");
        }
        refuseApi(
                api,
                SharedPackages.packages(
                        header(headers, Constants.EXPORT_PACKAGE).orElse("")),
                "exports");
        refuseApi(api, folders, "carries a copy of");
        Optional<String> pack = header(headers, PACK);
        return new ModuleFile(
                name.split(";")[0].strip(),
                version(header(headers, Constants.BUNDLE_VERSION).orElse("0.0.0")),
                pack.isPresent() ? Kind.PACK : Kind.PLUGIN,
                pack.orElse(""),
                content);
    }

    private static Manifest manifest(byte[] content, Set<String> folders) {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
            Manifest manifest = jar.getManifest();
            int entries = 0;
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                entries++;
                if (entry.getName().endsWith(".class")) {
                    folders.add(entry.getName().replaceFirst("/?[^/]*$", "").replace('/', '.'));
                }
                jar.closeEntry(); // reads it to its end and compares the check sum
            }
            if (manifest == null) {
                throw new RefusedException(
                        entries == 0
                                ? "it is not a jar: a zip file with a manifest is expected"
                                : "it has no manifest as its first entry: build the jar as an OSGi bundle");
            }
            return manifest;
        } catch (IOException e) {
            throw new RefusedException("it is not a whole jar: " + e.getMessage(), e);
        }
    }

    private static void refuseApi(Set<String> api, Set<String> packages, String does) {
        packages.stream().filter(api::contains).findFirst().ifPresent(name -> {
            throw new RefusedException(
                    "it %s the package %s, which the host gives to every plugin: only import it".formatted(does, name));
        });
    }

    private static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("Bundle-Version is no version: " + e.getMessage(), e);
        }
    }

    private static Optional<String> header(Attributes headers, String name) {
        return Optional.ofNullable(headers.getValue(name)).filter(value -> !value.isBlank());
    }

    /** Name of its content. */
    String sha256() {
        return Hashing.sha256().hashBytes(content).toString();
    }
}
