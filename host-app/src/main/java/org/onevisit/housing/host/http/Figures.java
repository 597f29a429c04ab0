package org.onevisit.housing.host.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.AgencyHealth;

/** A handful of figures for Prometheus; none of them tells about a person. */
final class Figures {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests;

    Figures(WebSite site) {
        requests = Counter.builder()
                .name("housing_http_requests_total")
                .help("Requests answered, by method and class of status")
                .labelNames("method", "status")
                .register(registry);
        gauge(
                "housing_ready",
                "1 when nothing is missing",
                () -> ask(site, e -> site.missing().isEmpty() ? 1 : 0));
        gauge(
                "housing_missing",
                "Packs, checks and modules that are missing",
                () -> ask(site, e -> site.missing().size()));
        gauge(
                "housing_checks_installed",
                "Checks that a plugin supplies",
                () -> ask(site, e -> e.installedChecks().size()));
        gauge(
                "housing_agency_calls_in_flight",
                "Calls to agencies that run now",
                () -> ask(site, HousingEngine::callsInFlight));
        new AgencyFigures(() -> agencies(site), registry).register();
        gauge("housing_plugins_active", "Plugins and packs that run", () -> active(site.control()));
        gauge("jvm_memory_heap_used_bytes", "Heap in use", Figures::heap);
        gauge("jvm_memory_heap_max_bytes", "Heap at most", () -> Runtime.getRuntime()
                .maxMemory());
        gauge("jvm_threads", "Threads", Thread::activeCount);
    }

    /** A question to the engine that is answered by a number. */
    private interface Question {
        int of(HousingEngine engine);
    }

    private void gauge(String name, String help, Supplier<Number> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.get().doubleValue()))
                .register(registry);
    }

    private static int ask(WebSite site, Question question) {
        try {
            return question.of(site.engine());
        } catch (HousingException e) {
            return 0; // no engine: nothing is ready, nothing runs
        }
    }

    private static List<AgencyHealth> agencies(WebSite site) {
        try {
            return site.engine().agencyHealth();
        } catch (HousingException e) {
            return List.of(); // no engine: nobody is called
        }
    }

    private static long active(HostControl control) {
        return control.plugins().stream()
                .filter(plugin -> plugin.state().equals("ACTIVE"))
                .count();
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A request has been answered. */
    void answered(String method, int status) {
        requests.labelValues(METHODS.contains(method) ? method : "OTHER", status / 100 + "xx")
                .inc();
    }

    /** Shows them. */
    HttpServlet servlet() {
        return new Page(registry);
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient PrometheusRegistry registry;
        private final transient PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

        Page(PrometheusRegistry registry) {
            this.registry = registry;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType(PrometheusTextFormatWriter.CONTENT_TYPE);
            writer.write(response.getOutputStream(), registry.scrape());
        }
    }
}
