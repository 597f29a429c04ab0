package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.core.submission.SubmissionGenerator;
import org.onevisit.housing.core.submission.SubmissionMutator;
import org.onevisit.housing.core.submission.SubmissionMutator.Mutant;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;

/**
 * The one who planted the faults knows what a host must answer over HTTP. The store is the real one; it does not wait for the disk
 * here, since what is counted is not what survives a power cut.
 */
@Timeout(300)
class MutantsOverHttpTest {
    private static final int BATCHES = 7;
    private static final int BATCH = 1500;
    private static final int IN_FLIGHT = 6;
    private static final int LARGEST_ANSWER = 64 * 1024;

    @TempDir
    private static Path folder;

    private static HousingHost host;
    private static TableCounts store;
    private static SiteClient clerk;

    private final SubmissionMutator mutator = new SubmissionMutator(20261128, "APPLICATION_FORM");

    @BeforeAll
    static void start() {
        host = SampleSite.at(folder, SubmissionGenerator.NOW.toString())
                .durability(Durability.OFF)
                .start();
        store = new TableCounts(new DataFolder(folder).storeFile());
        clerk = new SiteClient(host, "clerk");
    }

    @AfterAll
    static void stop() {
        store.close();
        host.close();
    }

    @Test
    @DisplayName(
            "400 with exactly the planted pointers and no row more, or 201 and one application more; the log is silent")
    void exactlyThePlantedFaults() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(IN_FLIGHT);
        Set<String> secrets = new HashSet<>();
        int harmless = 0;
        try (LogEar log = new LogEar()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                Map<Boolean, List<Mutant>> mutants = IntStream.range(0, BATCH)
                        .mapToObj(i -> mutator.next())
                        .collect(Collectors.partitioningBy(
                                mutant -> mutant.faults().isEmpty()));
                mutants.values().forEach(all -> all.forEach(mutant -> secrets.addAll(mutant.secrets())));
                faultyLeaveNothing(callers, mutants.get(false));
                harmlessAreReceived(callers, mutants.get(true));
                harmless += mutants.get(true).size();
            }
            assertThat(secrets.stream().filter(log.heard()::contains))
                    .as("in the log")
                    .isEmpty();
        } finally {
            callers.shutdown();
        }
        assertThat(harmless).isGreaterThan(BATCHES * BATCH / 5);
        assertThat(mutator.planted().keySet()).as("every kind was planted").containsAll(mutator.kinds());
    }

    private static void faultyLeaveNothing(ExecutorService callers, List<Mutant> mutants) throws Exception {
        Map<String, Long> before = store.now();
        assertThat(before).containsKeys("application", "event", "claim", "access");
        each(callers, mutants, MutantsOverHttpTest::assertRefused);
        assertThat(store.now()).as("rows").isEqualTo(before);
    }

    private static void harmlessAreReceived(ExecutorService callers, List<Mutant> mutants) throws Exception {
        Map<String, Long> before = store.now();
        each(callers, mutants, MutantsOverHttpTest::assertReceived);
        long received = mutants.size();
        untilQuiet();
        Map<String, Long> after = store.now();
        Map<String, Long> grown = new HashMap<>(before);
        grown.merge("application", received, Long::sum);
        grown.keySet().retainAll(Set.of("application", "attachment", "access", "used_key", "edition"));
        assertThat(after).as("rows").containsAllEntriesOf(grown);
        assertThat(after.get("event")).isGreaterThanOrEqualTo(before.get("event") + received);
        assertThat(after.get("claim")).as("claims on members").isGreaterThanOrEqualTo(before.get("claim") + received);
    }

    /** Some households came in long before they were entered: the core's timed work has begun with them, and asks agencies. */
    private static void untilQuiet() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> host.runDue() == 0 && host.engine().callsInFlight() == 0);
    }

    private static void each(ExecutorService callers, List<Mutant> mutants, java.util.function.Consumer<Mutant> check)
            throws Exception {
        List<Future<?>> answers = new ArrayList<>();
        mutants.forEach(mutant -> answers.add(callers.submit(() -> check.accept(mutant))));
        for (Future<?> answer : answers) {
            answer.get();
        }
    }

    private static void assertReceived(Mutant mutant) {
        HttpResponse<String> answer = clerk.post("/applications", mutant.text());
        assertThat(answer.statusCode())
                .as("%s to %s", answer.body(), mutant.text())
                .isEqualTo(201);
        assertSilent(answer, mutant);
    }

    private static void assertRefused(Mutant mutant) {
        HttpResponse<String> answer = clerk.post("/applications", mutant.text());
        assertThat(answer.statusCode())
                .as("%s to %s", answer.body(), mutant.text())
                .isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        List<String> said = new ArrayList<>();
        JsonNode problem = ApiServer.json(answer);
        problem.path("errors")
                .forEach(error -> said.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        assertThat(said).as("faults of %s", mutant.text()).containsExactlyInAnyOrderElementsOf(planted(mutant));
        assertThat(problem.path("errors"))
                .allSatisfy(error -> assertThat(error.path("cure").asText()).isNotBlank());
        assertSilent(answer, mutant);
    }

    /** Pointer and code, as a caller reads them. */
    private static List<String> planted(Mutant mutant) {
        return mutant.faults().stream()
                .map(fault -> fault.substring(0, fault.lastIndexOf(' ') + 1)
                        + ErrorCode.valueOf(fault.substring(fault.lastIndexOf(' ') + 1))
                                .code())
                .toList();
    }

    private static void assertSilent(HttpResponse<String> answer, Mutant mutant) {
        assertThat(answer.body().getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
        assertThat(answer.body()).doesNotContain(mutant.secrets());
    }
}
