package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.SlotView;

/** Faults of an agency's check: the police's, beside eight healthy agencies. */
final class AgencyFaults implements Column {
    private static final String NAME = "test.faulty-agency";
    private static final String CHECK = "police";
    private static final int HEALTHY = 8;
    private final FaultHost site;
    private int version;
    private String serving = "";

    AgencyFaults(Path folder) {
        site = new FaultHost(folder, "check", CHECK, UnaryOperator.identity());
        replace();
    }

    private String lay(Class<?>... more) {
        String next = "1.0." + version++;
        return site.lay(FaultHost.bundle(NAME, next, FaultyAgency.class, more), "agency-" + next + ".jar");
    }

    private void replace() {
        serving = "1.0." + version;
        assertThat(lay()).isEqualTo("taken");
    }

    private String stamp() {
        return NAME + "@" + serving;
    }

    @Override
    public Cell observe(Fault fault) {
        site.ear().forget();
        return switch (fault) {
            case THROWS, HANGS, SLOW, WRONG_ANSWER, TEN_MEGABYTES -> failing(fault);
            case LEAKS_THREADS -> leaking();
            case BLOCKS_IN_ACTIVATE -> blockedStart();
            case BLOCKS_IN_DEACTIVATE -> blockedEnd();
            case UNREGISTERS_IN_A_CALL -> unregistering();
            case OUT_OF_MEMORY -> throw new IllegalArgumentException("in a JVM of its own");
            case EXITS -> exiting();
        };
    }

    private void othersGoOn(ApplicationNumber... numbers) {
        for (ApplicationNumber number : numbers) {
            site.until(() -> site.findings(number, FaultHost.SIMULATED) == HEALTHY);
        }
    }

    private void finished(ApplicationNumber number) {
        site.until(() -> {
            if (site.clerk().find(number).step() == Step.CHECKING) {
                site.later();
            }
            return site.clerk().find(number).step() == Step.REVIEWING;
        });
        assertThat(site.slot(number, CHECK).status()).isEqualTo(SlotView.Status.ANSWERED);
        assertThat(site.findings(number, NAME)).as("each finding once").isEqualTo(1);
    }

    private Cell failing(Fault fault) {
        long failedBefore = site.figures(stamp()).failed();
        site.on(fault);
        ApplicationNumber hit = site.accepted();
        ApplicationNumber other = site.accepted();
        othersGoOn(hit, other);
        site.untilDue(() -> site.figures(stamp()).failed() > failedBefore
                || !site.ear().forms("is given up").isEmpty());
        site.untilDue(() -> site.slot(hit, CHECK).calls() > 0);
        String failure = site.figures(stamp()).lastFailure();
        String waits = waits(hit);
        List<String> said = site.ear().forms(NAME);
        assertThat(said).isNotEmpty();
        assertThat(site.plugins(NAME)).contains("ACTIVE");
        site.off();
        site.later();
        finished(hit);
        finished(other);
        return new Cell(
                said(said) + (failure.isEmpty() ? "" : "; figures of the plugin: " + failure),
                waits + "; finished when the fault was gone",
                "8 of 8 other agencies answered, about another application too");
    }

    private String waits(ApplicationNumber number) {
        SlotView slot = site.slot(number, CHECK);
        assertThat(slot.status()).isEqualTo(SlotView.Status.OPEN);
        assertThat(site.clerk().find(number).step()).isEqualTo(Step.CHECKING);
        return "waits: slot " + slot.status() + ", 「" + slot.cause().orElse("") + "」";
    }

    private Cell leaking() {
        site.on(Fault.LEAKS_THREADS);
        ApplicationNumber hit = site.accepted();
        othersGoOn(hit);
        finished(hit);
        String said = said(site.ear().forms(NAME));
        site.off();
        assertThat(said).contains("starts a thread");
        return new Cell(said + "; `jvm_threads` rises", "is answered and goes on", "8 of 8 other agencies answered");
    }

    private Cell blockedStart() {
        site.on(Fault.BLOCKS_IN_ACTIVATE);
        String answer = lay();
        ApplicationNumber hit = site.accepted();
        finished(hit);
        String plugins = site.plugins(NAME);
        site.off();
        site.until(() -> site.plugins(NAME).equals(serving + " ACTIVE"));
        assertThat(answer).startsWith("refused: ").contains("does not start");
        return new Cell(
                "the tray: " + answer.replaceAll("1\\.0\\.\\d+", "…") + "; plugins: " + states(plugins),
                "the version in service answers, goes on",
                "8 of 8 other agencies answered");
    }

    private Cell blockedEnd() {
        site.on(Fault.BLOCKS_IN_DEACTIVATE);
        replace();
        ApplicationNumber hit = site.accepted();
        othersGoOn(hit);
        finished(hit);
        assertThat(site.journal(hit)).filteredOn("type", "FINDING_RECEIVED").anyMatch(e -> e.stamp()
                .equals(stamp()));
        String plugins = site.plugins(NAME);
        String said = said(site.ear().forms(NAME));
        site.off();
        site.until(() -> !site.plugins(NAME).contains("STOPPING"));
        assertThat(said).contains("does not stop");
        return new Cell(
                said + "; plugins: " + states(plugins),
                "the new version answers, goes on",
                "8 of 8 other agencies answered");
    }

    private Cell unregistering() {
        site.on(Fault.UNREGISTERS_IN_A_CALL);
        ApplicationNumber hit = site.accepted();
        othersGoOn(hit);
        finished(hit);
        site.off();
        String missing = String.join("; ", site.host().missing());
        assertThat(missing).contains(CHECK);
        ApplicationNumber next = site.accepted();
        othersGoOn(next);
        site.until(() -> site.slot(next, CHECK).cause().isPresent());
        String waits = waits(next);
        String said = said(site.ear().forms(NAME));
        replace();
        finished(next);
        return new Cell(
                said + "; missing: " + missing,
                "its answer counts; the next one " + waits + "; finished when a version was there again",
                "8 of 8 other agencies answered");
    }

    private Cell exiting() {
        String answer = lay(Exiting.class);
        ApplicationNumber hit = site.accepted();
        othersGoOn(hit);
        finished(hit);
        assertThat(answer).startsWith("refused: ").contains("System.exit");
        return new Cell(
                "the tray: " + answer, "the version in service answers, goes on", "8 of 8 other agencies answered");
    }

    private static String said(List<String> forms) {
        return String.join("; ", forms);
    }

    private static String states(String plugins) {
        return plugins.replaceAll("\\d+\\.\\d+\\.\\d+ ", "");
    }

    @Override
    public void close() {
        site.close();
    }
}
