package org.onevisit.housing.host.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The modules that hold code; where a class comes from tells its floor, whatever its package is called. */
enum Floor {
    API("housing-api"),
    CORE("housing-core"),
    TESTKIT("plugins/testkit"),
    STORE_JDBC("plugins/store-jdbc"),
    STORE_SQLITE("plugins/store-sqlite"),
    STORE_POSTGRESQL("plugins/store-postgresql"),
    INTAKE_WINDOW("plugins/intake-window"),
    AGENCY_HTTP("plugins/agency-http"),
    AGENCY_WORKLIST("plugins/agency-worklist"),
    AGENCY_SIMULATED("plugins/agency-simulated"),
    FILE_EXCHANGE("plugins/file-exchange"),
    AGENCY_FILES("plugins/agency-files"),
    INTAKE_FILES("plugins/intake-files"),
    POLICY_PACK("plugins/policy-pack"),
    PUBLICITY_WEB("plugins/publicity-web"),
    VERIFIER("host-app/verifier"),
    HOST("host-app");

    private final String folder;

    Floor(String folder) {
        this.folder = folder;
    }

    /** Everything that the modules compile for others, without their tests and without what they embed. */
    static JavaClasses all() {
        List<Path> paths = Arrays.stream(values())
                .map(Floor::output)
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(paths);
    }

    /**
     * Whether a class of this floor may use one of the other: all but the verifier may use the API; some carry what they share (ADR
     * 0011, ADR 0012).
     */
    boolean mayUse(Floor other) {
        boolean files = this == AGENCY_FILES || this == INTAKE_FILES;
        boolean store = this == STORE_SQLITE || this == STORE_POSTGRESQL;
        return (other == API && this != VERIFIER)
                || (files && other == FILE_EXCHANGE)
                || (store && other == STORE_JDBC);
    }

    DescribedPredicate<JavaClass> classes() {
        String part = "/" + folder + "/target/classes/";
        return DescribedPredicate.describe("come from " + folder, type -> type.getSource()
                .map(source -> source.getUri().toString().contains(part))
                .orElse(false));
    }

    /** How many source files, each with a class at least, this floor is made from. */
    int sources() throws IOException {
        Path root = Path.of("..", folder, "src", "main", "java");
        try (Stream<Path> files = Files.walk(root)) {
            return (int) files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
                    .count();
        }
    }

    private Path output() {
        return Path.of("..", folder, "target", "classes").toAbsolutePath().normalize();
    }
}
