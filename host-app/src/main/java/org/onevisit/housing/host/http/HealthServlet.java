package org.onevisit.housing.host.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: everything that the host mounts is mounted, the store answers and
 * nothing is missing.
 */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);
    private final transient JsonMapper json = new JsonMapper();
    private final transient WebSite site;
    private final transient BooleanSupplier mounted;

    HealthServlet(WebSite site, BooleanSupplier mounted) {
        this.site = site;
        this.mounted = mounted;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> answer(response, Map.of("status", "UP"));
            case "/ready" -> answer(response, ready());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Map<String, Object> ready() {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "DOWN");
        try {
            HousingEngine engine = site.engine();
            List<String> missing = new ArrayList<>(site.missing());
            if (!mounted.getAsBoolean()) {
                missing.add("pages: still being mounted");
            }
            health.put("missing", missing);
            health.put("store", "DOWN");
            engine.eventsAfter(Long.MAX_VALUE - 1, 1);
            health.put("store", "UP");
            health.put("status", missing.isEmpty() ? "UP" : "DOWN");
        } catch (HousingException e) {
            health.putIfAbsent("missing", e.code() == ErrorCode.SITE_NOT_READY ? List.of("engine") : List.of());
        } catch (StoreException e) {
            LOG.debug("the store is down", e); // the engine's own line says so once
        } catch (RuntimeException e) {
            LOG.error("the host's health cannot be told: {}", e.toString());
        }
        return health;
    }

    private void answer(HttpServletResponse response, Map<String, Object> health) throws IOException {
        int status = "UP".equals(health.get("status"))
                ? HttpServletResponse.SC_OK
                : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        Http.write(response, status, "application/json", json.writeValueAsString(health));
    }
}
