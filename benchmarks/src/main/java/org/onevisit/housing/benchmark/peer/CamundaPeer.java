package org.onevisit.housing.benchmark.peer;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.onevisit.housing.benchmark.store.Storage;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.benchmark.work.Work.Stage;

/**
 * Camunda 7. Lean: no metrics, no authorisations, no job executor that asks the tables, ids without a table; history at the level
 * that keeps activities, tasks and variables ({@code audit}).
 */
public final class CamundaPeer implements Contender {
    private static final String NAMESPACE = "http://camunda.org/schema/1.0/bpmn";
    private final Storage storage;
    private final ProcessEngine engine;
    private final Retries retries = new Retries(e -> e instanceof OptimisticLockingException);

    /** Camunda over this database; its tables are made. */
    public CamundaPeer(Storage storage) {
        this.storage = storage;
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(storage.connections());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("application.bpmn20.xml", Bpmn.in(NAMESPACE))
                .deploy();
    }

    @Override
    public String toHold(int index, StepTimes times) {
        String name = times.time(Step.START, () -> start(index));
        times.time(Step.ANSWERS, () -> {
            for (Execution waiting : waiting(name)) {
                times.time(Step.ANSWER, () -> answer(waiting, index));
            }
        });
        for (Stage decision : Work.DECISIONS) {
            times.time(Step.DECISION, () -> decide(name, decision));
        }
        return name;
    }

    private String start(int index) {
        Instant due = ClockUtil.getCurrentTime().toInstant().plus(Work.VERIFICATION.limit());
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        Bpmn.KEY, Work.name(index), Map.of(Bpmn.DUE + Work.VERIFICATION.name(), Date.from(due)))
                .getId();
    }

    private List<Execution> waiting(String name) {
        return engine.getRuntimeService().createExecutionQuery().processInstanceId(name).list().stream()
                .filter(execution -> Work.CHECKS.contains(check(execution)))
                .toList();
    }

    private static String check(Execution execution) {
        return String.valueOf(((ExecutionEntity) execution).getActivityId());
    }

    private void answer(Execution waiting, int index) {
        String check = check(waiting);
        Map<String, Object> answer = Map.of(Bpmn.ANSWER + check, Work.answer(check, index));
        retries.until(() -> engine.getRuntimeService().signal(waiting.getId(), answer));
    }

    private void decide(String name, Stage decision) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(name)
                .singleResult();
        if (!task.getTaskDefinitionKey().equals(decision.name())) {
            throw new IllegalStateException(
                    "%s waits for %s and not for %s".formatted(name, task.getTaskDefinitionKey(), decision.name()));
        }
        engine.getTaskService().complete(task.getId(), Map.of(Bpmn.OPINION + decision.name(), "agreed"));
    }

    @Override
    public void finish(List<String> held, Clients clients, StepTimes times) {
        clients.each(held, name -> times.time(Step.FINISH, () -> fire(name)));
    }

    private void fire(String name) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(name)
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    @Override
    public Standing standing(String name) {
        var history = engine.getHistoryService();
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(name)
                .singleResult();
        if (instance == null) {
            return Standing.MISSING;
        }
        boolean kept = history.createHistoricVariableInstanceQuery().processInstanceId(name).list().stream()
                .map(HistoricVariableInstance::getName)
                .collect(Collectors.toSet())
                .containsAll(Bpmn.kept());
        if (!kept) {
            return Standing.UNDERWAY;
        }
        return instance.getEndTime() == null ? Standing.HELD : Standing.FINISHED;
    }

    /** How often something was done again because somebody else was quicker. */
    public int retries() {
        return retries.count();
    }

    @Override
    public void close() {
        engine.close();
        storage.close();
    }
}
