package org.onevisit.housing.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicencesTest {
    @ParameterizedTest
    @CsvSource({"org.flowable.engine.ProcessEngine, flowable-root", "org.camunda.bpm.engine.ProcessEngine, camunda-root"
    })
    @DisplayName("a peer is under the Apache License 2.0: the pom that all its modules inherit says so")
    void apache(String type, String root) throws Exception {
        Path jar = Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String version = jar.getParent().getFileName().toString();
        Path pom = jar.getParent().getParent().resolveSibling(Path.of(root, version, root + "-" + version + ".pom"));
        assertThat(Files.readString(pom)).contains("<license>").containsPattern("apache.org/licenses/LICENSE-2\\.0");
    }

    @Test
    @DisplayName("no other module names a peer, so none can come into the distribution")
    void nowhereElse() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."), 4)) {
            List<Path> poms = files.filter(path -> path.endsWith("pom.xml"))
                    .filter(path -> !path.toString().contains("target"))
                    .filter(path -> !path.equals(Path.of("..", "benchmarks", "pom.xml")))
                    .toList();
            assertThat(poms).hasSizeGreaterThan(10);
            for (Path pom : poms) {
                assertThat(Files.readString(pom))
                        .as(pom.toString())
                        .doesNotContain("org.flowable")
                        .doesNotContain("org.camunda");
            }
        }
    }
}
