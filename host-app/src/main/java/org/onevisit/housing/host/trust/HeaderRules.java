package org.onevisit.housing.host.trust;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** Headers by which a bundle would change others, or be taken for a part of the framework. */
final class HeaderRules {
    private static final Pattern CLAUSE = Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|[^\",])+");
    private static final String OSGI = "osgi.";
    private static final Set<String> HARMLESS = Set.of("osgi.service", "osgi.serviceloader");
    private static final Set<String> FRAMEWORKS =
            Set.of(Constants.SYSTEM_BUNDLE_SYMBOLICNAME, "org.apache.felix.framework");
    private static final String OURS = "org.onevisit.housing.";

    private HeaderRules() {}

    /**
     * Ends quietly when nothing is wrong.
     *
     * @param headers as they are read
     * @param manifest as it is written
     * @throws UnfitJarException with the first header that is
     */
    static void require(Attributes headers, byte[] manifest) {
        requireOnce(new String(manifest, StandardCharsets.UTF_8));
        if (!"2".equals(header(headers, Constants.BUNDLE_MANIFESTVERSION).orElse(""))) {
            throw new UnfitJarException(
                    "the manifest has no Bundle-ManifestVersion: 2: build the jar as an OSGi bundle");
        }
        if (header(headers, Constants.FRAGMENT_HOST).isPresent()) {
            throw new UnfitJarException(
                    "it is a fragment, which would change another bundle: build a bundle of its own");
        }
        names(headers, Constants.DYNAMICIMPORT_PACKAGE)
                .filter(name -> name.endsWith("*"))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnfitJarException(
                            "DynamicImport-Package: %s would tie it to any bundle that comes later: name the packages"
                                    .formatted(name));
                });
        names(headers, Constants.REQUIRE_BUNDLE)
                .filter(name -> FRAMEWORKS.contains(name) || name.startsWith(OURS))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnfitJarException(
                            "Require-Bundle: %s would tie it to a part of the host: import packages".formatted(name));
                });
        names(headers, Constants.PROVIDE_CAPABILITY)
                .filter(name -> name.startsWith(OSGI) && !HARMLESS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnfitJarException(
                            "Provide-Capability: %s is what the framework and the host provide: take it out"
                                    .formatted(name));
                });
    }

    /** A header that stands there twice is read in one way here and in another there. */
    private static void requireOnce(String manifest) {
        Set<String> seen = new HashSet<>();
        for (String line : manifest.split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                return; // the sections of entries follow
            }
            String name = line.split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (!line.startsWith(" ") && !seen.add(name)) {
                throw new UnfitJarException("the manifest has the header %s twice".formatted(name));
            }
        }
    }

    /** Files and folders in which the plugin has its classes. */
    static Stream<String> classPath(Attributes headers) {
        return names(headers, Constants.BUNDLE_CLASSPATH).map(path -> path.replaceFirst("^/", ""));
    }

    /** What the clauses of a header name, without attributes and directives. */
    private static Stream<String> names(Attributes headers, String header) {
        return header(headers, header).stream()
                .flatMap(value -> CLAUSE.matcher(value).results())
                .flatMap(clause -> paths(clause.group()).stream());
    }

    private static List<String> paths(String clause) {
        return Stream.of(clause.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.contains("=") && !part.contains("\""))
                .toList();
    }

    private static Optional<String> header(Attributes headers, String name) {
        return Optional.ofNullable(headers.getValue(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
