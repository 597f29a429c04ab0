package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the host that runs on a data folder how it is. */
@Command(
        name = "status",
        description = "Is a host running, and is it ready? Exit code 0 if it is, 1 otherwise.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final JsonMapper mapper = new JsonMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ObjectNode status = mapper.createObjectNode();
        DataFolder folder = data.folder();
        status.put("data", folder.root().toString());
        status.put("running", false);
        status.put("ready", false);
        Path address = folder.address();
        if (Files.exists(address)) {
            ask(Files.readString(address).strip(), status);
        }
        print(status);
        return status.path("ready").asBoolean() ? Main.DONE : Main.REFUSED;
    }

    private void ask(String address, ObjectNode status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode health = mapper.readTree(response.body());
            status.put("running", true).put("address", address);
            status.put("ready", health.path("status").asText().equals("UP"));
            status.set("missing", health.path("missing"));
            status.set("store", health.path("store"));
        } catch (IOException e) {
            status.put("problem", "nothing answers at " + address + "; the host has ended without closing");
        }
    }

    private void print(ObjectNode status) throws IOException {
        PrintWriter out = Out.of(spec);
        if (json) {
            out.println(mapper.writeValueAsString(status));
        } else {
            status.properties()
                    .forEach(field -> out.println("%-8s %s"
                            .formatted(
                                    field.getKey(),
                                    field.getValue().isTextual()
                                            ? field.getValue().asText()
                                            : field.getValue())));
        }
    }
}
