package org.onevisit.housing.agency.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An agency on a port of this machine: answers in the plugin's format, and misbehaves when told to. */
final class FakeAgencyServer implements AutoCloseable {
    static {
        // read once by the JDK's server; without it an answer waits 40 ms for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TODAY = "2025-01-02";

    private final Map<String, JsonNode> questions = new ConcurrentHashMap<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(work -> new Thread(work, "agency-server-worker"));
    private final HttpServer server;
    private volatile Behaviour post = this::answerNow;
    private volatile Behaviour get = exchange -> reply(exchange, 404, "text/plain", "");

    /** What it does with a request. */
    interface Behaviour {
        void handle(HttpExchange exchange) throws IOException;
    }

    FakeAgencyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/inquiries", exchange -> {
            headers.add(exchange.getRequestHeaders());
            try (exchange) {
                ("GET".equals(exchange.getRequestMethod()) ? get : post).handle(exchange);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/inquiries";
    }

    void answers() {
        post = this::answerNow;
    }

    void promises() {
        post = exchange -> {
            String id = file(exchange).get("inquiry").textValue();
            reply(
                    exchange,
                    202,
                    "application/json",
                    "{\"ticket\":\"T/%s\",\"expectedBy\":\"2025-01-09\"}".formatted(id));
        };
    }

    void keepsPromises() {
        get = exchange -> {
            String path = exchange.getRequestURI().getPath();
            JsonNode question =
                    questions.get(path.substring("/inquiries/T/".length()).strip());
            if (question == null) {
                reply(exchange, 204, "text/plain", "");
            } else {
                reply(exchange, 200, "application/json; charset=utf-8", answer(question));
            }
        };
    }

    /** Says this, whatever it is asked. */
    void says(int status, String type, String body) {
        post = exchange -> {
            file(exchange);
            reply(exchange, status, type, body);
        };
        get = exchange -> reply(exchange, status, type, body);
    }

    /** Answers with the question, which is no answer. */
    void echoes() {
        post = exchange ->
                reply(exchange, 200, "application/json", file(exchange).toString());
    }

    /** Sends the head and a few bytes, and then keeps the caller waiting. */
    void hangs() {
        post = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Hangs up within a line of its own that repeats the question. */
    void breaksOff() {
        post = exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, question.length * 2L);
            exchange.getResponseBody().write(question);
            exchange.getResponseBody().flush();
        };
    }

    int questionsOnFile() {
        return questions.size();
    }

    JsonNode question(String inquiry) {
        return questions.get(inquiry);
    }

    Headers lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    private void answerNow(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "application/json", answer(file(exchange)));
    }

    private JsonNode file(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        questions.put(exchange.getRequestHeaders().getFirst("Idempotency-Key"), question);
        return question;
    }

    private static String answer(JsonNode question) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode answers = root.putObject("answers");
        for (JsonNode person : question.get("persons")) {
            int homes =
                    Math.abs(person.get("fields").get("RESIDENT_ID").textValue().hashCode() % 3);
            ObjectNode answer = answers.putObject(person.get("id").textValue()).put("asOf", TODAY);
            answer.putObject("facts").put("home.count", Integer.toString(homes));
        }
        return root.toString();
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
