package org.onevisit.housing.host.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A police office on a port of this machine, which answers over HTTP; it can be made to think for as long as a test wants. */
public final class FakeOffice implements AutoCloseable {
    static {
        // read once by the JDK's server; without it an answer waits 40 ms for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> inquiries = ConcurrentHashMap.newKeySet();
    private final AtomicInteger thinking = new AtomicInteger();
    private final LocalDate today;
    private final HttpServer server;
    private volatile CountDownLatch thought = new CountDownLatch(0);

    /** Opens; everybody has been registered for long, as of a day. */
    public FakeOffice(LocalDate today) {
        this.today = today;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/inquiries", this::answer);
        server.start();
    }

    /** Configuration of an {@code agency-http} that asks it. */
    public Map<String, Object> configuration() {
        return Map.of(
                "check",
                "police",
                "url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/inquiries",
                "supplies",
                new String[] {"person.registerSince"},
                "needs",
                new String[] {"RESIDENT_ID"});
    }

    /** From now on nobody is answered. */
    public void hold() {
        thought = new CountDownLatch(1);
    }

    /** Answers everybody who waits, and whoever comes. */
    public void release() {
        thought.countDown();
    }

    /** How many wait for their answer. */
    public int thinking() {
        return thinking.get();
    }

    /** Names of the inquiries that came. */
    public Set<String> inquiries() {
        return Set.copyOf(inquiries);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            inquiries.add(question.path("inquiry").asText());
            thinking.incrementAndGet();
            try {
                thought.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                thinking.decrementAndGet();
            }
            byte[] body = JSON.writeValueAsBytes(finding(question));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode finding(JsonNode question) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode answers = root.putObject("answers");
        question.path("persons")
                .forEach(person -> answers.putObject(person.path("id").asText())
                        .put("asOf", today.toString())
                        .putObject("facts")
                        .put("person.registerSince", "2010-05-01"));
        return root;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
