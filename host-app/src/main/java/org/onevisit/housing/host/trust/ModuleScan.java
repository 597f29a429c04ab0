package org.onevisit.housing.host.trust;

import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A module that was looked at from the outside, whoever signed it: no bomb, no way out, no call that ends the host, nothing that stands
 * in for a part of it.
 *
 * @param headers of its manifest
 * @param packages of all its classes, those in nested jars and for later Java versions among them
 */
public record ModuleScan(Attributes headers, Set<String> packages) {
    /** Copies nothing: both are the scan's own. */
    public ModuleScan {
        packages = Set.copyOf(packages);
    }

    /**
     * Looks at a module.
     *
     * @param jar its bytes, any
     * @throws UnfitJarException with the first reason why it cannot be taken
     */
    public static ModuleScan of(byte[] jar) {
        PluginCode code = new PluginCode();
        Descriptors descriptors = new Descriptors();
        Attributes headers = JarScan.read(jar, (where, name, content) -> {
                    if (name.toLowerCase(Locale.ROOT).endsWith(".class")) {
                        code.read(where + name, content);
                    } else if (where.isEmpty()) {
                        descriptors.read(name, content);
                    }
                })
                .getMainAttributes();
        HeaderRules.require(headers, JarScan.entry(jar, JarFile.MANIFEST_NAME));
        HeaderRules.classPath(headers)
                .filter(path -> !JarScan.isArchive(path) && JarScan.entry(jar, path).length > 0)
                .findFirst()
                .ifPresent(path -> {
                    throw new UnfitJarException(
                            "Bundle-ClassPath names %s: a file that ends in .jar is expected".formatted(path));
                });
        descriptors.requireHarmless(headers);
        return new ModuleScan(headers, code.packages());
    }
}
