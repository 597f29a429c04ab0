package org.onevisit.housing.host.http;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.onevisit.housing.view.AgencyHealth;

/** Figures of each agency that was called since the start. */
final class AgencyFigures {
    private static final String LABEL = "agency";
    private final Supplier<List<AgencyHealth>> agencies;
    private final PrometheusRegistry registry;

    AgencyFigures(Supplier<List<AgencyHealth>> agencies, PrometheusRegistry registry) {
        this.agencies = agencies;
        this.registry = registry;
    }

    void register() {
        gauge("housing_agency_breaker", "0 calls leave, 1 one call tries, 2 no call leaves", AgencyFigures::breaker);
        gauge("housing_agency_in_flight", "Calls to an agency that run now", AgencyHealth::inFlight);
        gauge("housing_agency_waiting", "Calls that wait for room or for a probe", AgencyHealth::waiting);
        counter("housing_agency_calls_total", "Calls to an agency that ended", AgencyHealth::calls);
        counter("housing_agency_failures_total", "Calls that an agency did not answer in time", AgencyHealth::failures);
        SummaryWithCallback.builder()
                .name("housing_agency_call_seconds")
                .help("How long calls to an agency take")
                .labelNames(LABEL)
                .callback(callback -> agencies.get()
                        .forEach(h -> callback.call(h.calls(), h.took().toNanos() / 1e9, Quantiles.EMPTY, h.agency())))
                .register(registry);
    }

    private static double breaker(AgencyHealth health) {
        return switch (health.state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    private void gauge(String name, String help, ToDoubleFunction<AgencyHealth> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(LABEL)
                .callback(callback -> agencies.get().forEach(h -> callback.call(value.applyAsDouble(h), h.agency())))
                .register(registry);
    }

    private void counter(String name, String help, ToDoubleFunction<AgencyHealth> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(LABEL)
                .callback(callback -> agencies.get().forEach(h -> callback.call(value.applyAsDouble(h), h.agency())))
                .register(registry);
    }
}
