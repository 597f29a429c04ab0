package org.onevisit.housing.benchmark.peer;

import java.util.stream.Collectors;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.benchmark.work.Work.Stage;

/**
 * The work as a process model, the same for both peers but for one namespace. Lean: a receive task for each check between two
 * gateways costs fewer rows than a multi-instance with its counters; the deadlines of the decisions stand in the tasks' own column,
 * that of the checks in a variable; only the hold is a timer.
 */
final class Bpmn {
    static final String KEY = "application";
    static final String DUE = "due-";
    static final String ANSWER = "answer-";
    static final String OPINION = "opinion-";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:peer="%s" targetNamespace="housing">
            <process id="%s" isExecutable="true">
            <startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/>
            """;
    private final StringBuilder text = new StringBuilder();
    private int flows;

    private Bpmn(String namespace) {
        text.append(HEAD.formatted(namespace, KEY));
        flow("start", "fork");
        for (String check : Work.CHECKS) {
            text.append("<receiveTask id=\"%s\"/>%n".formatted(check));
            flow("fork", check);
            flow(check, "join");
        }
        String last = "join";
        for (Stage decision : Work.DECISIONS) {
            text.append("<userTask id=\"%1$s\" peer:dueDate=\"PT%2$dH\"/>%n"
                    .formatted(decision.name(), decision.limit().toHours()));
            flow(last, decision.name());
            last = decision.name();
        }
        text.append(hold(Work.HOLD));
        flow(last, Work.HOLD.name());
        text.append("<endEvent id=\"end\"/>\n");
        flow(Work.HOLD.name(), "end");
        text.append("</process></definitions>\n");
    }

    /** The model, with dates of tasks in this namespace. */
    static String in(String namespace) {
        return new Bpmn(namespace).text.toString();
    }

    private static String hold(Stage stage) {
        return ("<intermediateCatchEvent id=\"%s\"><timerEventDefinition><timeDuration>PT%dH</timeDuration>"
                        + "</timerEventDefinition></intermediateCatchEvent>%n")
                .formatted(stage.name(), stage.limit().toHours());
    }

    private void flow(String from, String to) {
        text.append("<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>%n".formatted(++flows, from, to));
    }

    /** Names of all variables that the history of a finished application has to hold. */
    static java.util.Set<String> kept() {
        java.util.Set<String> names =
                Work.CHECKS.stream().map(check -> ANSWER + check).collect(Collectors.toSet());
        Work.DECISIONS.forEach(decision -> names.add(OPINION + decision.name()));
        return names;
    }
}
