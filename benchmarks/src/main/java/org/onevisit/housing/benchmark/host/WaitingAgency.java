package org.onevisit.housing.benchmark.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** An agency behind real HTTP that takes its time over each answer: nothing is on record. */
final class WaitingAgency implements AutoCloseable {
    private final JsonMapper json = new JsonMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Duration takes;
    private final LocalDate today;

    WaitingAgency(Duration takes, LocalDate today) throws IOException {
        this.takes = takes;
        this.today = today;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it answers a check. */
    String url(String check) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), check);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long until = System.nanoTime() + takes.toNanos();
            JsonNode inquiry = json.readTree(exchange.getRequestBody());
            ObjectNode finding = json.createObjectNode();
            ObjectNode answers = finding.putObject("answers");
            inquiry.path("persons")
                    .forEach(person ->
                            answers.putObject(person.path("id").asText()).put("nothingOnRecord", today.toString()));
            byte[] bytes = json.writeValueAsString(finding).getBytes(StandardCharsets.UTF_8);
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
