package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("housing.golden"));
    private static final Path COMMITTED = Path.of("../docs/openapi.json");

    @Test
    @DisplayName("the committed description is that of the resources (-Dhousing.golden=update rewrites it)")
    void committed() throws IOException {
        String described = Description.json();
        if (UPDATE) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(described);
    }

    @Test
    @DisplayName("the description is the same each time")
    void deterministic() {
        assertThat(Description.json()).isEqualTo(Description.json());
    }

    @Test
    @DisplayName("the host serves what was committed, to everyone")
    void served() throws IOException {
        Assumptions.assumeFalse(UPDATE, "rewritten just now; the next build takes it along");
        try (ApiServer api = new ApiServer(new FakeSite(false))) {
            JsonNode served = ApiServer.json(api.get("", "/openapi.json"));
            assertThat(served.path("openapi").asText()).startsWith("3.1");
            boolean same = served.equals(ApiJson.mapper().readTree(Files.readString(COMMITTED)));
            assertThat(same).as("served as committed").isTrue();
        }
    }

    @Test
    @DisplayName("every path is described with a summary, and its errors with a problem")
    void complete() throws IOException {
        JsonNode paths = ApiJson.mapper().readTree(Description.json()).path("paths");
        assertThat(paths.size()).isGreaterThanOrEqualTo(24);
        paths.forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.at("/responses/default/content").fieldNames().next())
                    .isEqualTo("application/problem+json");
        }));
    }
}
