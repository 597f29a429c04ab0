package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * An agency that is reached over real HTTP, for the demo: market regulation, which knows of some people what they earned with a
 * business of their own.
 */
final class DemoAgency implements AutoCloseable {
    /** The check that it answers. */
    static final String CHECK = "market";

    private static final String PATH = "/inquiries";
    private static final String FACT = "income.businessYear";
    private static final int EVERY = 5;
    private static final int YUAN = 12_000;
    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private volatile Clock clock = Clock.systemUTC();

    DemoAgency() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    URI url() {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
    }

    /** Goes by the demo's clock from now on. */
    void goBy(Clock demoClock) {
        clock = demoClock;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode inquiry = json.readTree(exchange.getRequestBody());
            byte[] finding = json.writeValueAsString(finding(inquiry)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, finding.length);
            exchange.getResponseBody().write(finding);
        }
    }

    private ObjectNode finding(JsonNode inquiry) {
        String today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE).toString();
        ObjectNode finding = json.createObjectNode();
        ObjectNode answers = finding.putObject("answers");
        for (JsonNode person : inquiry.path("persons")) {
            ObjectNode answer = answers.putObject(person.path("id").asText());
            if (isTrader(person.path("fields").path("RESIDENT_ID").asText())) {
                answer.put("asOf", today).putObject("facts").put(FACT, Integer.toString(YUAN));
            } else {
                answer.put("nothingOnRecord", today);
            }
        }
        return finding;
    }

    private static boolean isTrader(String number) {
        return Math.floorMod(
                        Hashing.sha256()
                                .hashString(number, StandardCharsets.UTF_8)
                                .asInt(),
                        EVERY)
                == 0;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
