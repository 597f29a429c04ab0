package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.StoreException;

/** Faults of the store, in a host of its own: everything rests on it, so everything waits, and nobody hangs. */
final class StoreFaults implements Column {
    private static final String NUMBER = "housing.fault.store.number";
    private static final List<String> ABOUT_STORES = List.of("the store", "timed work failed", "row in the store");
    private static final int WITHIN_MILLIS = 2_000;
    private static final int CALLERS = 20;
    private static final int FIRST = 9_000;
    private static final int AGENCIES = 9;
    private final FaultHost site;
    private int households = FIRST;

    StoreFaults(Path folder) {
        site = new FaultHost(
                folder,
                "",
                builder -> Hosts.beside(
                        builder.configure(FaultHost.CORE, Map.of("storeWithinMillis", WITHIN_MILLIS))
                                .http(0),
                        FaultHost.bundle("test.faulty-store", "1.0.0", FaultyStore.class)));
    }

    @Override
    public Cell observe(Fault fault) {
        site.ear().forget();
        try {
            return switch (fault) {
                case THROWS, HANGS -> gone(fault);
                case SLOW -> late();
                case WRONG_ANSWER, TEN_MEGABYTES -> damaged(fault);
                case LEAKS_THREADS -> Cell.none("a store has threads of its own, as its pool of connections");
                default -> Cell.none("it comes with the host, and is not exchanged while the host runs");
            };
        } finally {
            site.off();
        }
    }

    private ApplicationNumber answered() {
        ApplicationNumber number = site.accepted();
        site.until(() -> site.findings(number, FaultHost.SIMULATED) == AGENCIES);
        return number;
    }

    private String household() {
        return DrillSite.household(site.host(), site.clerk(), 5, households++).json();
    }

    private HousingException refused(String json, String key) {
        HousingException seen = catchThrowableOfType(
                HousingException.class, () -> site.clerk().submit(site.host().readSubmission(json), key));
        assertThat(seen).as("a clear refusal").isNotNull();
        return seen;
    }

    private void lives(ApplicationNumber number) {
        site.untilDue(() -> ready().contains("\"store\":\"UP\""));
        assertThat(site.journal(number)).extracting("type").contains("ACCEPTED");
        answered();
    }

    private Cell gone(Fault fault) {
        ApplicationNumber before = answered();
        String json = household();
        site.on("store", fault);
        HousingException seen = refused(json, "gone-" + fault);
        everybodyIsAnswered(before);
        site.until(() -> site.ear().forms("timed work failed").size() == 1);
        String health = ready();
        assertThat(health).contains("\"status\":\"DOWN\"").contains("\"store\":\"DOWN\"");
        assertThat(get("/health/live")).contains("UP");
        String said = said();
        site.off();
        lives(before);
        assertThat(site.clerk()
                        .submit(site.host().readSubmission(json), "gone-" + fault)
                        .number())
                .isNotNull();
        return new Cell(
                said + "; `/health/ready` 503, store DOWN" + missing(health),
                "nobody can hand in or read: " + seen.code() + ", 「" + seen.getMessage()
                        + "」; what was acknowledged before is all there; received with the same key when the fault was gone",
                CALLERS
                        + " callers at once all get an error within the time, no thread of the host hangs; `/health/live` UP");
    }

    /** As {@code missing} of the health tells it. */
    private static String missing(String health) {
        int at = health.indexOf("存储没有答复");
        return at < 0
                ? ""
                : ", missing: " + health.substring(at, health.indexOf('"', at)).replaceAll("（.*?）", "（…）");
    }

    /** Many at once, who read: each is told, none is left hanging. */
    private void everybodyIsAnswered(ApplicationNumber number) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Throwable>> all = java.util.stream.IntStream.range(0, CALLERS)
                    .mapToObj(i -> callers.submit(() -> {
                        try {
                            return (Throwable)
                                    new AssertionError(site.clerk().find(number).toString());
                        } catch (HousingException | StoreException e) {
                            return e;
                        }
                    }))
                    .toList();
            for (Future<Throwable> one : all) {
                assertThat(one.get(WITHIN_MILLIS * 5L, TimeUnit.MILLISECONDS)).isInstanceOf(RuntimeException.class);
            }
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("a caller hangs", e);
        } finally {
            callers.shutdownNow();
        }
    }

    /** A write that is kept after its time: whoever asks again with the same key is told so, and nothing is doubled. */
    private Cell late() {
        String json = household();
        site.on("store", Fault.SLOW);
        HousingException seen = refused(json, "late");
        String health = ready();
        assertThat(health).contains("\"status\":\"DOWN\"");
        site.off();
        site.until(() -> !site.ear().forms("answers again").isEmpty());
        assertThat(site.clerk().submit(site.host().readSubmission(json), "late").number())
                .isNotNull();
        String said = said();
        answered();
        return new Cell(
                said + "; `/health/ready` 503" + missing(health),
                seen.code() + ", 「" + seen.getMessage() + "」; the same key gives the receipt afterwards, received once",
                "reads go on; writes fail at once until the store answers");
    }

    private Cell damaged(Fault fault) {
        ApplicationNumber hit = site.accepted();
        site.untilDue(() -> site.clerk().find(hit).step() == Step.REVIEWING);
        System.setProperty(NUMBER, hit.toString());
        site.on("store", fault);
        Throwable seen =
                catchThrowableOfType(RuntimeException.class, () -> site.clerk().find(hit));
        assertThat(seen).as("it is not shown as if it were whole").isNotNull();
        site.later();
        ApplicationNumber other = answered();
        assertThat(site.clerk().find(other).number()).isEqualTo(other);
        String said = said();
        site.off();
        assertThat(site.clerk().find(hit).step()).isEqualTo(Step.REVIEWING);
        return new Cell(
                said,
                "it does not open: " + seen.getClass().getSimpleName() + " `"
                        + seen.getMessage().replace(hit.toString(), "…")
                        + "`; nothing of it is changed; opens when the fault was gone",
                "another application was received, accepted and answered by 9 of 9 agencies");
    }

    private String said() {
        List<String> forms = site.ear().forms("").stream()
                .filter(form -> ABOUT_STORES.stream().anyMatch(form::contains))
                .toList();
        assertThat(forms).as("what the operator reads of the store").isNotEmpty();
        return String.join("; ", forms);
    }

    private String ready() {
        return get("/health/ready");
    }

    private String get(String path) {
        URI address = site.host().address().orElseThrow().resolve(path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        System.clearProperty(NUMBER);
        site.close();
    }
}
