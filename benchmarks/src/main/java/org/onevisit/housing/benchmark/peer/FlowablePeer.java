package org.onevisit.housing.benchmark.peer;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.runtime.Execution;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.flowable.variable.api.history.HistoricVariableInstance;
import org.onevisit.housing.benchmark.store.Storage;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.benchmark.work.Work.Stage;

/**
 * Flowable 7. Lean: no identity engine, no event registry, no asynchronous executor that asks the tables; history at the level that
 * keeps activities, tasks and variables ({@code ACTIVITY}).
 */
public final class FlowablePeer implements Contender {
    private static final String NAMESPACE = "http://flowable.org/bpmn";
    private final Storage storage;
    private final ProcessEngine engine;
    private final Retries retries = new Retries(e -> e instanceof FlowableOptimisticLockingException);

    /** Flowable over this database; its tables are made. */
    public FlowablePeer(Storage storage) {
        this.storage = storage;
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(storage.connections());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
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
        Date due = Date.from(engine.getProcessEngineConfiguration()
                .getClock()
                .getCurrentTime()
                .toInstant()
                .plus(Work.VERIFICATION.limit()));
        return engine.getRuntimeService()
                .startProcessInstanceByKey(Bpmn.KEY, Work.name(index), Map.of(Bpmn.DUE + Work.VERIFICATION.name(), due))
                .getId();
    }

    private List<Execution> waiting(String name) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(name)
                .onlyChildExecutions()
                .list();
    }

    private void answer(Execution waiting, int index) {
        String check = waiting.getActivityId();
        Map<String, Object> answer = Map.of(Bpmn.ANSWER + check, Work.answer(check, index));
        retries.until(() -> engine.getRuntimeService().trigger(waiting.getId(), answer));
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
                .createTimerJobQuery()
                .processInstanceId(name)
                .singleResult();
        Job job = engine.getManagementService().moveTimerToExecutableJob(timer.getId());
        engine.getManagementService().executeJob(job.getId());
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
                .map(HistoricVariableInstance::getVariableName)
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
