package org.onevisit.housing.host.tray;

import com.google.common.hash.Hashing;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import org.onevisit.housing.host.framework.SharedPackages;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.trust.ModuleScan;
import org.onevisit.housing.host.trust.UnfitJarException;
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
public record ModuleFile(String name, Version version, Kind kind, String packEntry, byte[] content) {
    /** Header that names the entry with a pack's text. */
    public static final String PACK = "Housing-Pack";

    private static final String OURS = "org.onevisit.housing.";
    private static final String CORE = "org.onevisit.housing.core.";

    /**
     * Reads a jar.
     *
     * @param content the file
     * @param api packages of the API, of which a module may not even hold a copy
     * @param offered packages that the host offers
     * @throws RefusedException when it is no bundle, or would stand between the host and other plugins
     */
    static ModuleFile read(byte[] content, Set<String> api, Set<String> offered) {
        ModuleScan jar = scan(content);
        Attributes headers = jar.headers();
        String name = header(headers, Constants.BUNDLE_SYMBOLICNAME)
                .orElseThrow(() -> new RefusedException(
                        "the manifest has no Bundle-SymbolicName: build the jar as an OSGi bundle"));
        Set<String> exported = SharedPackages.packages(
                header(headers, Constants.EXPORT_PACKAGE).orElse(""));
        refuse(offered, exported, "exports");
        refuse(api, jar.packages(), "carries a copy of");
        refuseOurs(exported, OURS, "exports");
        refuseOurs(jar.packages(), CORE, "carries a copy of");
        Optional<String> pack = header(headers, PACK);
        return new ModuleFile(
                name.split(";")[0].strip(),
                version(header(headers, Constants.BUNDLE_VERSION).orElse("0.0.0")),
                pack.isPresent() ? Kind.PACK : Kind.PLUGIN,
                pack.orElse(""),
                content);
    }

    private static void refuseOurs(Set<String> packages, String ours, String does) {
        packages.stream()
                .filter(name -> (name + ".").startsWith(ours))
                .findFirst()
                .ifPresent(name -> {
                    throw new RefusedException("it %s the package %s, whose name is the host's own: give yours another"
                            .formatted(does, name));
                });
    }

    private static ModuleScan scan(byte[] content) {
        try {
            return ModuleScan.of(content);
        } catch (UnfitJarException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuse(Set<String> hosts, Set<String> packages, String does) {
        packages.stream().filter(hosts::contains).findFirst().ifPresent(name -> {
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

    /**
     * The text of the pack that it holds.
     *
     * @throws RefusedException when it is no pack, or one that cannot be read
     */
    public byte[] packText() {
        return PackText.in(this).text();
    }

    /** Name of its content. */
    public String sha256() {
        return Hashing.sha256().hashBytes(content).toString();
    }
}
