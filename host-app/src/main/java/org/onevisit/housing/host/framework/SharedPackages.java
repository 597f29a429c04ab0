package org.onevisit.housing.host.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Constants;

/** What host and plugins share: the exports of a few jars of the class path, with the versions that their own manifests give. */
public final class SharedPackages {
    private static final String API = "org.onevisit.housing.housing-api";
    private static final String SERVLETS = "org.apache.felix.http.servlet-api";
    private static final List<String> SHARED = List.of(
            API, "slf4j.api", SERVLETS, "org.osgi.service.cm", "org.osgi.service.metatype", "org.osgi.service.log");
    /** Pebble was built against an older SLF4J, whose classes are the same. */
    private static final String OLDER_SLF4J = "org.slf4j;version=1.7.36";

    private static final Pattern CLAUSE = Pattern.compile("(?:\"[^\"]*\"|[^\",])+");
    private final Map<String, Attributes> manifests;

    private SharedPackages(Map<String, Attributes> manifests) {
        this.manifests = manifests;
    }

    /**
     * Reads them from the class path of a loader.
     *
     * @throws HousingException SITE_NOT_READY when one of the jars is not there
     */
    public static SharedPackages of(ClassLoader loader) {
        Map<String, Attributes> found = new HashMap<>();
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    Attributes headers = new Manifest(in).getMainAttributes();
                    String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
                    if (name != null) {
                        found.putIfAbsent(name.split(";")[0].strip(), headers);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : SHARED) {
            if (!found.containsKey(name)) {
                throw new HousingException(
                        ErrorCode.SITE_NOT_READY,
                        "the jar of %s is not on the class path; put it beside host-app".formatted(name));
            }
        }
        return new SharedPackages(found);
    }

    /** Packages for the system bundle to export. */
    public String exports() {
        List<String> clauses = new ArrayList<>();
        SHARED.forEach(name -> clauses.add(header(name, Constants.EXPORT_PACKAGE)));
        clauses.add(OLDER_SLF4J);
        return String.join(",", clauses);
    }

    /** Capabilities for the system bundle to provide: the servlet API's contract. */
    public String capabilities() {
        return header(SERVLETS, Constants.PROVIDE_CAPABILITY);
    }

    /** Names of the packages of the API, which no plugin may export. */
    public Set<String> apiPackages() {
        return packages(header(API, Constants.EXPORT_PACKAGE));
    }

    /** The package names in an {@code Export-Package} header. */
    public static Set<String> packages(String header) {
        Set<String> names = new TreeSet<>();
        Matcher clauses = CLAUSE.matcher(header);
        while (clauses.find()) {
            for (String part : clauses.group().split(";")) {
                String name = part.strip();
                if (name.matches("[\\w.]+")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private String header(String symbolicName, String header) {
        Attributes attributes = manifests.getOrDefault(symbolicName, new Attributes());
        String value = attributes.getValue(header);
        return value == null ? "" : value;
    }
}
