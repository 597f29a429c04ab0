package org.onevisit.housing.host.drill;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;

/** What is there after hosts were killed: read from the journal of the one that was left alive. */
final class Aftermath {
    private static final int AT_ONCE = 1000;
    private static final int CHECKS = 9;
    private final Map<ApplicationNumber, List<JournalEntry>> journals;
    private final PublicDesk desk;

    Aftermath(HousingHost host) {
        desk = host.publicDesk();
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> page = host.engine().eventsAfter(0, AT_ONCE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = host.engine().eventsAfter(page.get(page.size() - 1).position(), AT_ONCE);
        }
        journals = all.stream().collect(groupingBy(JournalEntry::number));
    }

    /** What is wrong with the work of one killed host: something acknowledged is lost, or something was done twice. */
    List<String> wrong(Kill kill) {
        List<String> wrong = new ArrayList<>();
        kill.acknowledged().stream().filter(this::isLost).forEach(lost -> wrong.add("lost: " + lost));
        receivedUnder(kill).forEach(number -> wrong.addAll(twice(number)));
        return wrong;
    }

    private boolean isLost(Acknowledged one) {
        try {
            Step step = desk.progress(one.receipt(), one.lastFour()).step();
            return one.what().equals(Acknowledged.ACCEPTED) && step == Step.RECEIVED
                    || entries(one.number(), one.what()).isEmpty();
        } catch (HousingException e) {
            return true;
        }
    }

    private List<String> twice(ApplicationNumber number) {
        List<String> wrong = new ArrayList<>();
        for (String type : List.of("SUBMITTED", "ACCEPTED", "SLOTS_OPENED", "CHECKS_SETTLED")) {
            if (entries(number, type).size() > 1) {
                wrong.add("twice: " + type + " of " + number);
            }
        }
        List<String> findings = entries(number, "FINDING_RECEIVED").stream()
                .map(entry -> entry.outcomes().get(0))
                .toList();
        boolean accepted = !entries(number, "ACCEPTED").isEmpty();
        if (findings.size() != (accepted ? CHECKS : 0) || new HashSet<>(findings).size() != findings.size()) {
            wrong.add("findings of " + number + ": " + findings);
        }
        return wrong;
    }

    /** How many inquiries were out when the host was killed: sent by it, and answered to one after it, under the one name of their round. */
    long interrupted(Kill kill) {
        return journals.keySet().stream()
                .flatMap(number -> entries(number, "INQUIRY_SENT").stream()
                        .filter(sent -> kill.lived(sent.at()))
                        .map(sent -> sent.outcomes().get(0))
                        .distinct()
                        .filter(check -> answeredAfter(kill, number, check)))
                .count();
    }

    private boolean answeredAfter(Kill kill, ApplicationNumber number, String check) {
        return entries(number, "FINDING_RECEIVED").stream()
                .anyMatch(finding ->
                        finding.outcomes().get(0).equals(check) && !finding.at().isBefore(kill.until()));
    }

    /** How many commands of the host are on disk that it had no time to acknowledge. */
    long unacknowledged(Kill kill) {
        Set<String> said = new HashSet<>();
        kill.acknowledged().forEach(one -> said.add(one.what() + one.number()));
        return Stream.of(Acknowledged.SUBMITTED, Acknowledged.ACCEPTED)
                .flatMap(type -> journals.keySet().stream().flatMap(number -> entries(number, type).stream()))
                .filter(entry -> kill.lived(entry.at()) && !said.contains(entry.type() + entry.number()))
                .count();
    }

    private List<ApplicationNumber> receivedUnder(Kill kill) {
        return journals.keySet().stream()
                .filter(number -> entries(number, "SUBMITTED").stream().anyMatch(entry -> kill.lived(entry.at())))
                .toList();
    }

    private List<JournalEntry> entries(ApplicationNumber number, String type) {
        return journals.getOrDefault(number, List.of()).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }
}
