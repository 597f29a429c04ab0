package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Speaks to the host that runs on a data folder, over the loopback interface, as an operator. */
final class HostCall {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REFUSED = 400;
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private String token;

    private HostCall(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * To the host on this folder.
     *
     * @throws HousingException SITE_NOT_READY when none runs on it
     */
    static HostCall to(DataFolder data) throws IOException {
        if (!Files.exists(data.address()) || !Files.exists(data.consoleKey())) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "no host runs on %s; start it with 'run', or name its folder with --data".formatted(data.root()));
        }
        return new HostCall(
                Files.readString(data.address()).strip(),
                Files.readString(data.consoleKey()).strip());
    }

    /** From now on under an account of the host's. */
    void signIn(String name, char[] password) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                JSON.createObjectNode().put("name", name).put("password", new String(password)));
        token = post("sessions", body).path("token").asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    JsonNode post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = response.body().length == 0
                ? JSON.createObjectNode()
                : JSON.readTree(new String(response.body(), StandardCharsets.UTF_8));
        if (response.statusCode() >= REFUSED) {
            throw refused(response.statusCode(), answer);
        }
        return answer;
    }

    private static HousingException refused(int status, JsonNode problem) {
        StringBuilder text = new StringBuilder(problem.path("detail").asText("status " + status));
        problem.path("errors").forEach(error -> text.append("; ")
                .append(error.path("pointer").asText())
                .append(" ")
                .append(error.path("message").asText()));
        String code = problem.path("code").asText();
        ErrorCode known = java.util.Arrays.stream(ErrorCode.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(ErrorCode.INTERNAL);
        return new HousingException(known, text.toString());
    }
}
