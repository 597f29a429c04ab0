package org.onevisit.housing.benchmark.host;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.benchmark.report.Figure;

/**
 * How long a host takes, from the start of its process over an empty data folder, until {@code /health/live} answers, and until it has
 * received a first application from a clerk who signed in after the start. The first try is the first of an installation: it has no
 * archive of classes yet, and leaves one for the others.
 */
public final class StartUp {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "benchmark-2026";
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path distribution;

    /** Over this distribution. */
    public StartUp(Path distribution) {
        this.distribution = distribution;
    }

    /** Starts it so many times. */
    public List<Figure> measure(int times) throws IOException, InterruptedException {
        forgetArchive();
        List<Duration> live = new ArrayList<>();
        List<Duration> received = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            start(live, received);
        }
        return List.of(
                new Figure("start of the process to /health/live", Duration.ofSeconds(2), live),
                new Figure("start of the process to the first application received", Duration.ofSeconds(5), received));
    }

    private void forgetArchive() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(distribution, "classes-*.jsa")) {
            for (Path archive : archives) {
                Files.delete(archive);
            }
        }
    }

    private void start(List<Duration> live, List<Duration> received) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("housing-start");
        int port = free();
        URI host = URI.create("http://127.0.0.1:" + port);
        Stopwatch watch = Stopwatch.createStarted();
        Process process = process(data, port);
        try {
            until(host.resolve("/health/live"), process);
            live.add(watch.elapsed());
            until(host.resolve("/health/ready"), process);
            submit(host, token(host));
            received.add(watch.elapsed());
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            MoreFiles.deleteRecursively(data, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private Process process(Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                distribution.resolve("bin/housing").toString(),
                "run",
                "--demo",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        builder.environment().putAll(Map.of("HOUSING_DEMO_PASSWORD", PASSWORD));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void until(URI address, Process process) throws InterruptedException {
        Stopwatch watch = Stopwatch.createStarted();
        while (!answers(address)) {
            if (!process.isAlive() || watch.elapsed().compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("no answer from " + address + "; is the distribution whole?");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // to ask costs what the host needs to start
        }
    }

    private boolean answers(URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    private String token(URI host) throws IOException, InterruptedException {
        String who = JSON.writeValueAsString(Map.of("name", "clerk", "password", PASSWORD));
        return JSON.readTree(post(host.resolve("/api/v1/sessions"), who, "", 200))
                .path("token")
                .asText();
    }

    private void submit(URI host, String token) throws IOException, InterruptedException {
        post(
                host.resolve("/api/v1/applications"),
                Files.readString(distribution.resolve("samples/accepted.json")),
                token,
                201);
    }

    private String post(URI address, String body, String token, int expected) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    "%s answered %d in place of %d".formatted(address, response.statusCode(), expected));
        }
        return response.body();
    }
}
